package io.clearhold.ledger.journal;

/** A place that a journal is to be read from is not in it. */
public final class OtherJournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherJournalException(String message) {
        super(message);
    }
}
