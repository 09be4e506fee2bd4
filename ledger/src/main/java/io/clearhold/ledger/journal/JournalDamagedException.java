package io.clearhold.ledger.journal;

/**
 * The journal is damaged where it was known to be safe, or is not this server's: the start is
 * refused.
 */
public final class JournalDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalDamagedException(String message) {
        super(message);
    }
}
