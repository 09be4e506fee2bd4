package io.clearhold.bank.dispatch;

/**
 * The ledger has stopped, so nothing can be reported any more. What was under way is found again by
 * the next start: the ledger has each instruction as queued or as possibly sent.
 */
final class LedgerStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerStoppedException() {
        super("the ledger has stopped");
    }
}
