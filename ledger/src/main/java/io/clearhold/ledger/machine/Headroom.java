package io.clearhold.ledger.machine;

import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;

/**
 * What the operator may still choose to lose: a choice that would make the headroom of a currency
 * negative is refused. The sandbox only reports, and what a bank says is booked anyway.
 */
final class Headroom {
    private Headroom() {}

    /** Refuses a choice that costs the operator {@code loss}; false if it may be made. */
    static boolean refuses(LedgerState state, int currency, long loss, Decision decision) {
        long headroom = state.book().totals(currency).headroom();
        boolean free = loss <= 0 || loss <= headroom;
        if (free || state.settings().mode() == ServerMode.SANDBOX) {
            return false;
        }
        decision.refuse(ResultCode.OWN_FUNDS_EXHAUSTED, headroom, loss);
        return true;
    }
}
