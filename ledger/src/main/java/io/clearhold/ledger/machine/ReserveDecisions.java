package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ReserveReleasedEncoder;
import io.clearhold.core.codec.ReserveSetEncoder;
import io.clearhold.core.codec.SetReserveDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.TrancheTable;

/** Decides what is kept back of releases, and credits each tranche once its days are over. */
final class ReserveDecisions implements DeadlineHandler {
    private final LedgerState state;
    private final Access access;
    private final ReserveSetEncoder reserveSet = new ReserveSetEncoder();
    private final ReserveReleasedEncoder released = new ReserveReleasedEncoder();

    ReserveDecisions(LedgerState state, Access access) {
        this.state = state;
        this.access = access;
    }

    /** It holds for what is collected from now on; tranches keep their days. */
    void set(SetReserveDecoder command, Decision decision) {
        int account = state.accounts().find(command.account());
        if (account < 0 || !access.seesAccount(command.origin(), account)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        Role role = Role.of(command.origin().role());
        if (role != Role.PLATFORM && !Access.isStaff(role)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        decision.event(reserveSet);
        decision.chain(reserveSet.chain(), 0);
        reserveSet.account(command.account()).bps(command.bps()).days(command.days());
        decision.end();
        decision.show(IdKind.ACCOUNT, command.account());
    }

    @Override
    public boolean fire(long object, Decision decision) {
        TrancheTable tranches = state.tranches();
        int tranche = tranches.find(object);
        if (tranche < 0) {
            return false;
        }
        long account = tranches.account(tranche);
        int currency = tranches.currency(tranche);
        long amount = tranches.amount(tranche);
        decision.event(released);
        decision.chain(released.chain(), 0);
        released.account(account)
                .tranche(object)
                .currency(currency)
                .amount(amount)
                .debt(decision.funds().credit(account, currency, amount));
        decision.end();
        return true;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }
}
