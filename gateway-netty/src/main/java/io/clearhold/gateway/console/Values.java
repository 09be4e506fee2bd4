package io.clearhold.gateway.console;

import java.util.Optional;

/** How single values of answers are shown. */
final class Values {
    private static final String NONE = "–";

    private Values() {}

    /** A value of an object, by its name; the currency is that of the object. */
    static void write(String name, JsonValue value, String currency, Html out) {
        switch (value) {
            case JsonValue.Text(String text) -> {
                if (isTime(name, text)) {
                    time(text, out);
                } else if (name.equals("status")) {
                    status(text, out);
                } else {
                    text(text, out);
                }
            }
            case JsonValue.Whole(long number) ->
                    out.text(
                            isMoney(name) && !currency.isEmpty()
                                    ? MajorUnits.of(number, currency)
                                    : Long.toString(number));
            case JsonValue.Flag(boolean flag) -> out.text(flag ? "yes" : "no");
            case JsonValue.Nothing nothing -> out.text(NONE);
            case JsonValue.Items items -> {
                if (items.values().isEmpty()) {
                    out.text(NONE);
                } else {
                    out.open("ul", "class", "plain");
                    for (JsonValue item : items.values()) {
                        out.open("li");
                        write(name, item, currency, out);
                        out.close();
                    }
                    out.close();
                }
            }
            case JsonValue.Members members -> {
                if (members.values().isEmpty()) {
                    out.text(NONE);
                } else {
                    Facts.write(members, currency, out);
                }
            }
        }
    }

    /** A text; ids in it, also those behind the colon of a ledger account, lead to their pages. */
    static void text(String text, Html out) {
        int colon = text.indexOf(':');
        String tail = text.substring(colon + 1);
        Optional<String> address = Addresses.of(tail);
        if (address.isEmpty()) {
            out.text(text);
        } else {
            out.text(text.substring(0, colon + 1)).link(address.get(), tail);
        }
    }

    /** A time of the contract, which is UTC, with its zone. */
    static void time(String rfc3339, Html out) {
        String plain = rfc3339.replace('T', ' ').replace("Z", " UTC");
        out.element("time", plain, "datetime", rfc3339);
    }

    static void status(String status, Html out) {
        out.element("span", status.replace('_', ' '), "class", "status " + status);
    }

    static void money(long minor, String currency, Html out) {
        out.element("span", MajorUnits.of(minor, currency), "class", "money");
    }

    private static boolean isTime(String name, String text) {
        return (name.equals("at") || name.endsWith("_at") || name.endsWith("_by"))
                && text.endsWith("Z")
                && text.indexOf('T') == 10;
    }

    private static boolean isMoney(String name) {
        return name.equals("amount")
                || name.startsWith("amount_")
                || name.endsWith("_amount")
                || name.equals("taken");
    }
}
