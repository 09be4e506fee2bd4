package io.clearhold.bank.statement;

import java.util.Locale;

/** What an entry does to the balance, as the account's owner sees it. */
public enum EntryDirection {
    /** Money came. */
    CREDIT,
    /** Money left. */
    DEBIT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name outside: lower case. */
    public String label() {
        return label;
    }
}
