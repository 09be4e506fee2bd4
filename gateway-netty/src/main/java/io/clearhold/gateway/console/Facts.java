package io.clearhold.gateway.console;

import java.util.Map;
import java.util.Set;

/** An object of the contract as a list of names and values: whatever it has is shown. */
final class Facts {
    /** Secrets of payments are for whoever created them, over the API; a page shows none. */
    private static final Set<String> HIDDEN = Set.of("client_secret", "payer_secret", "object");

    private Facts() {}

    static void write(JsonValue.Members object, Html out) {
        write(object, "", out);
    }

    /**
     * @param outer currency where the object names none
     */
    static void write(JsonValue.Members object, String outer, Html out) {
        String own = object.text("currency");
        String currency = own.isEmpty() ? outer : own;
        out.open("dl");
        for (Map.Entry<String, JsonValue> member : object.values().entrySet()) {
            if (!HIDDEN.contains(member.getKey())) {
                out.element("dt", member.getKey().replace('_', ' ')).open("dd");
                Values.write(member.getKey(), member.getValue(), currency, out);
                out.close();
            }
        }
        out.close();
    }
}
