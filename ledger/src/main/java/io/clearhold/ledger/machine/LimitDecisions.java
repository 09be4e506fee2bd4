package io.clearhold.ledger.machine;

import io.clearhold.core.codec.LimitsSetEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ReviewPayoutDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PayoutTable;

/** Decides the rules of accounts and keys, and what becomes of payouts that one holds. */
final class LimitDecisions {
    private final LedgerState state;
    private final Access access;
    private final AccountDecisions accounts;
    private final PayoutDecisions payouts;
    private final RiskRules risk;
    private final LimitsSetEncoder limitsSet = new LimitsSetEncoder();

    LimitDecisions(
            LedgerState state,
            Access access,
            AccountDecisions accounts,
            PayoutDecisions payouts,
            RiskRules risk) {
        this.state = state;
        this.access = access;
        this.accounts = accounts;
        this.payouts = payouts;
        this.risk = risk;
    }

    /** Replaces all rules of the owner. */
    void set(SetLimitsDecoder command, Decision decision) {
        Role role = Role.of(command.origin().role());
        boolean ofKey = command.ownerKind() == IdKind.KEY.code();
        if (!sees(command.origin(), command.owner(), ofKey)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        if (role != Role.PLATFORM && !Access.isStaff(role)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        long account =
                ofKey ? state.keys().account(state.keys().find(command.owner())) : command.owner();
        decision.event(limitsSet).account(account).key(ofKey ? command.owner() : 0);
        SetLimitsDecoder.RulesDecoder rules = command.rules();
        LimitsSetEncoder.RulesEncoder target = limitsSet.rulesCount(rules.count());
        while (rules.hasNext()) {
            rules.next();
            target.next()
                    .operation(rules.operation())
                    .kind(rules.kind())
                    .action(rules.action())
                    .currency(rules.currency())
                    .value(rules.value())
                    .windowMs(rules.windowMs());
        }
        decision.end();
        decision.showLimits(command.owner(), ofKey);
    }

    /** Whether a caller may see the rules of an owner. */
    boolean sees(OriginDecoder origin, long owner, boolean ofKey) {
        if (ofKey) {
            int key = state.keys().find(owner);
            return key >= 0 && accounts.maySeeKey(origin, key);
        }
        int account = state.accounts().find(owner);
        return account >= 0 && access.seesAccount(origin, account);
    }

    void review(ReviewPayoutDecoder command, Decision decision) {
        PayoutTable table = state.payouts();
        int payout = table.find(command.payout());
        boolean sees =
                payout >= 0
                        && access.seesAccount(
                                command.origin(), state.accounts().find(table.account(payout)));
        if (!sees) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (!Access.isStaff(Role.of(command.origin().role()))) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (!table.held(payout)) {
            decision.refuse(ResultCode.PAYOUT_NOT_HELD);
        } else {
            boolean released = command.released() != 0;
            risk.reviewed(payout, released ? RiskAction.RELEASE : RiskAction.REJECT, decision);
            if (released) {
                payouts.release(payout, decision);
            } else {
                payouts.reject(payout, decision);
            }
            decision.show(IdKind.PAYOUT, command.payout());
        }
    }
}
