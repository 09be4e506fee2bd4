package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.BreakAssignedEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.LedgerState;

/** Decides who looks after a break, and that what was done about it was wrong. */
final class BreakReopening implements ApprovedAction {
    private final LedgerState state;
    private final Approvals approvals;
    private final BreakTreatments treatments;
    private final BreakAssignedEncoder assigned = new BreakAssignedEncoder();

    BreakReopening(LedgerState state, Approvals approvals, BreakTreatments treatments) {
        this.state = state;
        this.approvals = approvals;
        this.treatments = treatments;
    }

    /** Moves no money, so one person does it. */
    void assign(AssignBreakDecoder command, Decision decision) {
        BreakTable breaks = state.breaks();
        int index = breaks.find(command.breakId());
        if (index < 0 || !Approvals.sees(command.origin())) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (Role.of(command.origin().role()) != Role.OPERATOR) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (breaks.status(index) != BreakStatus.OPEN) {
            decision.refuse(ResultCode.BREAK_RESOLVED);
        } else {
            decision.event(assigned);
            decision.chain(assigned.chain(), breaks.payment(index));
            assigned.breakId(command.breakId());
            decision.end();
            decision.show(IdKind.BREAK, command.breakId());
        }
    }

    void propose(ReopenBreakDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        int index = state.breaks().find(command.breakId());
        if (index < 0 || !Approvals.sees(origin)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (allows(index, decision)) {
            approvals.propose(origin, ApprovalKind.REOPEN_BREAK, command.breakId(), decision);
        }
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.REOPEN_BREAK;
    }

    @Override
    public void perform(int approval, int step, Decision decision) {
        int index = state.breaks().find(state.approvals().subject(approval));
        if (allows(index, decision)) {
            treatments.reopen(index, state.approvals().id(approval), decision);
        }
    }

    private boolean allows(int index, Decision decision) {
        BreakTable breaks = state.breaks();
        if (breaks.status(index) != BreakStatus.RESOLVED) {
            decision.refuse(ResultCode.BREAK_NOT_RESOLVED);
        } else if (breaks.action(index) == 0
                || !BreakAction.of(breaks.action(index)).canBeUndone()) {
            decision.refuse(ResultCode.RESOLUTION_FINAL);
        } else {
            Headroom.refuses(state, breaks.currency(index), loss(index), decision);
        }
        return !decision.isRefused();
    }

    /** What undoing costs the operator: what he kept, or what nobody can give back. */
    private long loss(int index) {
        BreakTable breaks = state.breaks();
        if (breaks.direction(index) != EntrySide.CREDIT) {
            return 0;
        }
        return switch (BreakAction.of(breaks.action(index))) {
            case WRITE_OFF -> breaks.amount(index);
            case CREDIT ->
                    Math.max(
                            0,
                            breaks.amount(index)
                                    - state.book()
                                            .balance(
                                                    AccountKind.AVAILABLE,
                                                    breaks.treatedAccount(index),
                                                    breaks.currency(index)));
            case MATCH, APPLY, REFUND, CHARGE, WAIT -> 0;
        };
    }
}
