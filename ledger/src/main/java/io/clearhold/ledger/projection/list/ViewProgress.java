package io.clearhold.ledger.projection.list;

/** Says when the view has got somewhere, without asking the database. */
public interface ViewProgress {
    /**
     * Waits until the view is at a sequence, or the time is over.
     *
     * @return whether it is
     */
    boolean awaitPosition(long sequence, long timeoutMs) throws InterruptedException;
}
