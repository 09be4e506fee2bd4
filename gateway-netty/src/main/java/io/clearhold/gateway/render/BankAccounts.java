package io.clearhold.gateway.render;

import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import org.jspecify.annotations.Nullable;

/** Bank accounts as they are shown: of the number only the last four characters. */
final class BankAccounts {
    private static final JsonName HOLDER = JsonName.of("holder");
    private static final JsonName NUMBER = JsonName.of("number");
    private static final JsonName BANK = JsonName.of("bank");
    private static final JsonName SCHEME = JsonName.of("scheme");
    private static final int SHOWN = 4;

    private final TextMembers account = new TextMembers();

    /** Appends {@code shownAs} with the bank account in the member {@code name}, or null. */
    void member(JsonName shownAs, TextMembers text, JsonName name, JsonWriter out) {
        @Nullable TextMembers found = text.object(name, account);
        if (found == null) {
            out.memberNull(shownAs);
            return;
        }
        out.name(shownAs).beginObject();
        found.copyOrNull(HOLDER, out);
        masked(found, out);
        found.copyOrNull(BANK, out);
        found.copyOrNull(SCHEME, out);
        out.endObject();
    }

    private static void masked(TextMembers account, JsonWriter out) {
        int member = account.find(NUMBER);
        int length = member < 0 ? 0 : account.valueLength(member) - 2;
        out.name(NUMBER).beginString().ascii("****");
        if (length > SHOWN) {
            int end = account.valueOffset(member) + 1 + length;
            out.put(account.array(), end - SHOWN, SHOWN);
        }
        out.endString();
    }
}
