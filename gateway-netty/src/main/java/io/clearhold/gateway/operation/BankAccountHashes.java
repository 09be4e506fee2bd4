package io.clearhold.gateway.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes by which decisions recognise a bank account without knowing it: of all of it, and of
 * its number alone, however it is written. 0 where there is none.
 */
record BankAccountHashes(long whole, long number) {
    static final BankAccountHashes NONE = new BankAccountHashes(0, 0);

    /** No payee has this id, so that no reference is hashed like a bank account. */
    private static final long NO_PAYEE = 0;

    private static final JsonName HOLDER = JsonName.of("holder");
    private static final JsonName NUMBER = JsonName.of("number");
    private static final JsonName BANK = JsonName.of("bank");
    private static final JsonName SCHEME = JsonName.of("scheme");

    /** Of the member {@code name} of a text that the gateway wrote. */
    static BankAccountHashes of(JsonWriter text, JsonName name, Digests digests) {
        TextMembers members = new TextMembers().wrap(text.array(), 0, text.length());
        @Nullable TextMembers account = members.object(name, new TextMembers());
        if (account == null) {
            return NONE;
        }
        String number = member(account, NUMBER);
        String whole =
                String.join(
                        "\n",
                        member(account, HOLDER),
                        plain(number),
                        member(account, BANK),
                        member(account, SCHEME));
        return new BankAccountHashes(hash(whole, digests), ofNumber(number, digests));
    }

    /** Of a number as people write it: spaces, dots, hyphens and case do not count. */
    static long ofNumber(String number, Digests digests) {
        return hash(plain(number), digests);
    }

    private static String plain(String number) {
        return number.replaceAll("[ .\"-]", "").toUpperCase(Locale.ROOT);
    }

    private static String member(TextMembers account, JsonName name) {
        int member = account.find(name);
        return member < 0 ? "" : account.rawValue(member);
    }

    /** Never 0, which stands for none. */
    private static long hash(String text, Digests digests) {
        byte[] bytes = text.getBytes(UTF_8);
        digests.reference(NO_PAYEE, bytes, 0, bytes.length);
        return digests.high() == 0 ? 1 : digests.high();
    }
}
