package io.clearhold.bank.statement;

import java.util.Locale;

/** How much a finding matters. */
public enum FindingSeverity {
    /** Worth knowing. */
    INFO,
    /** Worth a look. */
    WARNING,
    /** Something is missing or wrong: an entry, a sum, the file. */
    ERROR;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name outside: lower case. */
    public String label() {
        return label;
    }
}
