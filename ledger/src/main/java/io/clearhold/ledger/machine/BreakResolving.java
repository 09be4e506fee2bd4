package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import org.jspecify.annotations.Nullable;

/** Decides how a break is explained: proposed by one person, done by another. */
final class BreakResolving implements ApprovedAction {
    private static final int ACTION = 0;
    private static final int ACCOUNT = 2;
    private static final int PAYMENT = 3;
    private static final int MOVEMENT = 4;

    private final LedgerState state;
    private final Approvals approvals;
    private final EscrowFacts escrow;
    private final BreakTreatments treatments;

    BreakResolving(
            LedgerState state,
            Approvals approvals,
            EscrowFacts escrow,
            BreakTreatments treatments) {
        this.state = state;
        this.approvals = approvals;
        this.escrow = escrow;
        this.treatments = treatments;
    }

    void propose(ResolveBreakDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        BreakTable breaks = state.breaks();
        int index = breaks.find(command.breakId());
        BreakAction action = BreakAction.of(command.action());
        if (index < 0 || !Approvals.sees(origin)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (allows(
                index,
                action,
                command.account(),
                command.payment(),
                command.movement(),
                decision)) {
            if (command.amount() != 0 && command.amount() != breaks.amount(index)) {
                decision.refuse(
                        ResultCode.BREAK_AMOUNT_DIFFERS, breaks.amount(index), command.amount());
                return;
            }
            approvals.propose(
                    origin,
                    ApprovalKind.RESOLVE_BREAK,
                    command.breakId(),
                    decision,
                    action.code(),
                    breaks.amount(index),
                    command.account(),
                    command.payment(),
                    command.movement());
        }
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.RESOLVE_BREAK;
    }

    @Override
    public void perform(int approval, int step, Decision decision) {
        int index = state.breaks().find(state.approvals().subject(approval));
        BreakAction action = BreakAction.of((int) number(approval, ACTION));
        long account = number(approval, ACCOUNT);
        long payment = number(approval, PAYMENT);
        long movement = number(approval, MOVEMENT);
        if (step > 0) {
            int applied = state.payments().find(payment);
            escrow.release(applied, state.payments().held(applied), Cause.COLLECTION, decision);
        } else if (allows(index, action, account, payment, movement, decision)) {
            treat(
                    index,
                    state.approvals().id(approval),
                    action,
                    account,
                    payment,
                    movement,
                    decision);
        }
    }

    private void treat(
            int index,
            long approval,
            BreakAction action,
            long account,
            long payment,
            long movement,
            Decision decision) {
        switch (action) {
            case MATCH -> {
                if (movement == 0) {
                    treatments.explain(index, approval, decision);
                } else {
                    int instruction = state.instructions().find(movement);
                    MovementKind shown = awaited(index, instruction);
                    if (shown == null) {
                        throw new IllegalStateException("no movement to match");
                    }
                    treatments.match(index, approval, instruction, shown, decision);
                }
            }
            case APPLY ->
                    treatments.apply(index, approval, state.payments().find(payment), decision);
            case CREDIT -> treatments.credit(index, approval, account, decision);
            case REFUND -> treatments.giveBack(index, approval, decision);
            case CHARGE -> treatments.charge(index, approval, account, decision);
            case WRITE_OFF -> treatments.writeOff(index, approval, decision);
            case WAIT -> throw new IllegalStateException("waiting is nothing to do");
        }
    }

    /** Whether it can be done as things stand; refuses with the code that forbids it. */
    private boolean allows(
            int index,
            BreakAction action,
            long account,
            long payment,
            long movement,
            Decision decision) {
        BreakTable breaks = state.breaks();
        if (breaks.status(index) != BreakStatus.OPEN) {
            decision.refuse(ResultCode.BREAK_RESOLVED);
        } else if (!fits(index, action)) {
            decision.refuse(ResultCode.ACTION_DOES_NOT_FIT);
        } else {
            switch (action) {
                case MATCH -> checkMovement(index, movement, decision);
                case APPLY -> checkPayment(index, payment, decision);
                case CREDIT, CHARGE -> checkAccount(account, decision);
                case REFUND -> checkGivenBack(index, decision);
                case WRITE_OFF, WAIT -> {
                    // The break alone says it.
                }
            }
        }
        return !decision.isRefused();
    }

    /** What can be done about a break of this type, whatever else is named. */
    private boolean fits(int index, BreakAction action) {
        BreakTable breaks = state.breaks();
        if (!breaks.type(index).holdsMoney()) {
            return action == BreakAction.MATCH;
        }
        if (!action.fits(breaks.direction(index))) {
            return false;
        }
        return switch (action) {
            // Its own line closes it, or one that is matched to its movement.
            case MATCH -> breaks.type(index) != BreakType.MISSING;
            case REFUND -> cameByChannel(index);
            case APPLY, CREDIT, CHARGE, WRITE_OFF -> true;
            case WAIT -> false;
        };
    }

    /** Only what a channel collected can be sent back to where it was collected. */
    private boolean cameByChannel(int index) {
        InstructionTable instructions = state.instructions();
        int instruction = instructions.find(state.breaks().instruction(index));
        return instruction >= 0 && instructions.kind(instruction).collects();
    }

    /**
     * A bank's word and a statement's line can tell of the same money in two breaks: one collection
     * is sent back once, unless that failed.
     */
    private void checkGivenBack(int index, Decision decision) {
        BreakTable breaks = state.breaks();
        for (int other = 0; other < breaks.size(); other++) {
            boolean givenBack =
                    breaks.instruction(other) == breaks.instruction(index)
                            && breaks.status(other) == BreakStatus.RESOLVED
                            && breaks.action(other) == BreakAction.REFUND.code();
            if (givenBack) {
                decision.refuse(ResultCode.ALREADY_GIVEN_BACK);
            }
        }
    }

    private void checkMovement(int index, long movement, Decision decision) {
        BreakTable breaks = state.breaks();
        if (!breaks.type(index).holdsMoney()) {
            if (movement != 0) {
                decision.refuse(ResultCode.ACTION_DOES_NOT_FIT);
            }
            return;
        }
        InstructionTable instructions = state.instructions();
        int instruction = movement == 0 ? -1 : instructions.find(movement);
        if (instruction < 0 || awaited(index, instruction) == null) {
            long asked = instruction < 0 ? 0 : instructions.amount(instruction);
            decision.refuse(ResultCode.MOVEMENT_DOES_NOT_FIT, asked, breaks.amount(index));
        }
    }

    /** The movement of the instruction that this break can be the line of, or null. */
    private @Nullable MovementKind awaited(int index, int instruction) {
        BreakTable breaks = state.breaks();
        InstructionTable table = state.instructions();
        boolean samePlace =
                table.channel(instruction) == breaks.channel(index)
                        && table.currency(instruction) == breaks.currency(index)
                        && breaks.statement(index) != 0;
        if (!samePlace) {
            return null;
        }
        InstructionStatus status = table.status(instruction);
        boolean whole = table.amount(instruction) == breaks.amount(index);
        boolean unproven = !table.proven(instruction);
        boolean collects = table.kind(instruction).collects();
        boolean left = status == InstructionStatus.SETTLED || status == InstructionStatus.RETURNED;
        if (table.kind(instruction) == InstructionKind.CONTEST) {
            return null;
        }
        return switch (breaks.direction(index)) {
            case CREDIT -> {
                if (collects) {
                    boolean settled =
                            status == InstructionStatus.SETTLED
                                    && table.settledAmount(instruction) == breaks.amount(index);
                    yield settled && unproven ? MovementKind.COLLECTION : null;
                }
                boolean back =
                        status == InstructionStatus.RETURNED && !table.returnProven(instruction);
                yield back && whole ? MovementKind.RETURN : null;
            }
            case DEBIT -> {
                if (collects || !left || !unproven || !whole) {
                    yield null;
                }
                yield StatementMatching.leaving(table.kind(instruction));
            }
        };
    }

    private void checkPayment(int index, long id, Decision decision) {
        BreakTable breaks = state.breaks();
        PaymentTable payments = state.payments();
        int payment = payments.find(id);
        if (payment < 0) {
            decision.refuse(ResultCode.BREAK_PAYMENT_NOT_FOUND);
            return;
        }
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.COLLECT);
        int payee = state.accounts().find(payments.payee(payment));
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
        } else if (state.accounts().status(payee) == AccountStatus.CLOSED) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        } else if (payments.currency(payment) != breaks.currency(index)) {
            decision.refuse(ResultCode.PAYMENT_CURRENCY_DIFFERS);
        } else if (payments.amount(payment) != breaks.amount(index)) {
            decision.refuse(
                    ResultCode.PAYMENT_AMOUNT_DIFFERS,
                    payments.amount(payment),
                    breaks.amount(index));
        }
    }

    private void checkAccount(long id, Decision decision) {
        int account = state.accounts().find(id);
        if (account < 0) {
            decision.refuse(ResultCode.BREAK_ACCOUNT_NOT_FOUND);
        } else if (state.accounts().status(account) == AccountStatus.CLOSED) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        }
    }

    private long number(int approval, int which) {
        return state.approvals().number(approval, which);
    }
}
