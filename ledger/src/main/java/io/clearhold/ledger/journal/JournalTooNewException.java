package io.clearhold.ledger.journal;

/** A newer program wrote the journal; this one must not touch it. */
public final class JournalTooNewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalTooNewException(String message) {
        super(message);
    }
}
