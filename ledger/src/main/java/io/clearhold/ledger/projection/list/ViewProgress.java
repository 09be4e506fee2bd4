package io.clearhold.ledger.projection.list;

/** Says how far the view is, without asking the database. */
public interface ViewProgress {
    /** Whether it is known to be a view of this journal: what another one holds is nobody's. */
    boolean isOwn();

    /**
     * Waits until the view is at a sequence, or the time is over.
     *
     * @return whether it is
     */
    boolean awaitPosition(long sequence, long timeoutMs) throws InterruptedException;
}
