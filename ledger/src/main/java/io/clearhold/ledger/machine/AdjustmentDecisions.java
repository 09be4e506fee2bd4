package io.clearhold.ledger.machine;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;

/** Decides what the operator does with his own money: proposed by one person, done by another. */
final class AdjustmentDecisions implements ApprovedAction {
    private static final long OPERATOR = 0;

    private final LedgerState state;
    private final Approvals approvals;
    private final OwnMoneyFacts facts;

    AdjustmentDecisions(LedgerState state, Approvals approvals, OwnMoneyFacts facts) {
        this.state = state;
        this.approvals = approvals;
        this.facts = facts;
    }

    void propose(AdjustLedgerDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        AdjustmentType type = AdjustmentType.of(command.type());
        boolean writesOff = type == AdjustmentType.WRITE_OFF;
        if (writesOff && state.accounts().find(command.account()) < 0) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (Role.of(origin.role()) != Role.OPERATOR) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (allows(
                type,
                command.account(),
                command.amount(),
                command.currency(),
                command.source(),
                command.channel(),
                decision)) {
            approvals.propose(
                    origin,
                    ApprovalKind.ADJUST_LEDGER,
                    writesOff ? command.account() : 0,
                    decision,
                    type.code(),
                    command.amount(),
                    command.currency(),
                    command.source(),
                    command.channel());
        }
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.ADJUST_LEDGER;
    }

    @Override
    public void perform(int approval, int step, Decision decision) {
        ApprovalTable table = state.approvals();
        long account = table.subject(approval);
        long amount = table.number(approval, OwnMoneyFacts.AMOUNT);
        int currency = facts.currency(approval);
        boolean allowed =
                allows(
                        facts.type(approval),
                        account,
                        amount,
                        currency,
                        (int) table.number(approval, OwnMoneyFacts.SOURCE),
                        (int) table.number(approval, OwnMoneyFacts.CHANNEL),
                        decision);
        if (allowed) {
            long reserved = Math.max(0, balance(AccountKind.RISK_RESERVE, currency));
            boolean writesOff = facts.type(approval) == AdjustmentType.WRITE_OFF;
            facts.adjust(approval, writesOff ? Math.min(reserved, amount) : 0, decision);
        }
    }

    /** Whether it can be done as things stand; refuses with the code that forbids it. */
    private boolean allows(
            AdjustmentType type,
            long account,
            long amount,
            int currency,
            int source,
            int channel,
            Decision decision) {
        CurrencyTotals totals = state.book().totals(currency);
        if (!state.settings().supportsCurrency(currency)) {
            decision.refuse(ResultCode.CURRENCY_NOT_SUPPORTED);
        } else if (usesBank(type) && !state.settings().hasChannel(channel)) {
            decision.refuse(ResultCode.CHANNEL_NOT_FOUND);
        } else if (!totals.takesFact(amount)) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else {
            switch (type) {
                case OWN_FUNDS -> {
                    // Nothing of anybody's can be too little for it.
                }
                case WITHDRAWAL ->
                        require(
                                Math.min(
                                        balance(AccountKind.of(source), currency),
                                        totals.headroom()),
                                amount,
                                ResultCode.OWN_FUNDS_EXHAUSTED,
                                decision);
                case RISK_RESERVE ->
                        require(
                                balance(AccountKind.OWN_FUNDS, currency),
                                amount,
                                ResultCode.OWN_FUNDS_EXHAUSTED,
                                decision);
                case WRITE_OFF ->
                        require(
                                state.book().balance(AccountKind.DEBT, account, currency),
                                amount,
                                ResultCode.AMOUNT_EXCEEDS_DEBT,
                                decision);
            }
        }
        return !decision.isRefused();
    }

    private static void require(long most, long asked, ResultCode refusal, Decision decision) {
        if (asked > most) {
            decision.refuse(refusal, Math.max(0, most), asked);
        }
    }

    private static boolean usesBank(AdjustmentType type) {
        return switch (type) {
            case OWN_FUNDS, WITHDRAWAL -> true;
            case RISK_RESERVE, WRITE_OFF -> false;
        };
    }

    private long balance(AccountKind kind, int currency) {
        return state.book().balance(kind, OPERATOR, currency);
    }
}
