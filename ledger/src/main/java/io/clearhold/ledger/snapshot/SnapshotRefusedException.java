package io.clearhold.ledger.snapshot;

/** A snapshot cannot be used; the message is a sentence that says why. */
public final class SnapshotRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public SnapshotRefusedException(String message) {
        super(message);
    }
}
