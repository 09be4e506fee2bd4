package io.clearhold.ledger.scenario;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.KeyTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What the operator's staff asks for: proposals by one person, decisions by any, himself included.
 * Confined to one thread.
 */
final class StaffMessages {
    private static final BreakAction[] ACTIONS = BreakAction.values();
    private static final int PERSONS = 3;
    private static final int KEYS = PERSONS + 2;

    private final RandomGenerator random;
    private final UnaryOperator<Actor> keyed;

    StaffMessages(RandomGenerator random, UnaryOperator<Actor> keyed) {
        this.random = random;
        this.keyed = keyed;
    }

    /** The next thing; first of all there have to be keys. */
    Message next(LedgerState state, int currency) {
        List<Long> keys = keys(state.keys());
        if (keys.size() < KEYS) {
            // The last is nobody's, and somebody has two.
            return FourEyesCommands.createKey((keys.size() + 1) % (PERSONS + 1));
        }
        Actor actor = keyed.apply(Actor.operator(keys.get(random.nextInt(keys.size()))));
        ApprovalTable approvals = state.approvals();
        if (approvals.size() > 0 && random.nextInt(3) > 0) {
            return decide(actor, approval(approvals));
        }
        return random.nextBoolean() && state.breaks().size() > 0
                ? aboutBreak(actor, state)
                : adjust(actor, state, currency);
    }

    private Message aboutBreak(Actor actor, LedgerState state) {
        BreakTable breaks = state.breaks();
        int index = random.nextInt(breaks.size());
        long id = breaks.id(index);
        int asked = random.nextInt(8);
        if (asked == 0) {
            return FourEyesCommands.assign(actor, id);
        }
        if (asked == 1 || (breaks.status(index) == BreakStatus.RESOLVED && asked < 7)) {
            return FourEyesCommands.reopen(actor, id);
        }
        BreakAction action = ACTIONS[random.nextInt(ACTIONS.length)];
        long object =
                switch (action) {
                    case CREDIT, CHARGE ->
                            state.accounts().id(random.nextInt(state.accounts().size()));
                    case APPLY -> payment(state, index);
                    case MATCH -> movement(state.instructions(), breaks, index);
                    case REFUND, WRITE_OFF, WAIT -> 0;
                };
        return FourEyesCommands.resolve(actor, id, action, object);
    }

    /** Mostly one of just that amount. */
    private long payment(LedgerState state, int index) {
        PaymentTable payments = state.payments();
        for (int i = payments.size() - 1; i >= 0; i--) {
            if (payments.amount(i) == state.breaks().amount(index) && random.nextInt(4) > 0) {
                return payments.id(i);
            }
        }
        return state.breaks().payment(index);
    }

    private long movement(InstructionTable instructions, BreakTable breaks, int index) {
        for (int i = instructions.size() - 1; i >= 0; i--) {
            if (instructions.amount(i) == breaks.amount(index) && random.nextInt(4) > 0) {
                return instructions.id(i);
            }
        }
        return 0;
    }

    private Message decide(Actor actor, long approval) {
        return random.nextInt(4) == 0
                ? FourEyesCommands.reject(actor, approval)
                : FourEyesCommands.approve(actor, approval);
    }

    private Message adjust(Actor actor, LedgerState state, int currency) {
        long amount = random.nextInt(20) == 0 ? Long.MAX_VALUE : 1 + random.nextInt(2000);
        return switch (random.nextInt(6)) {
            case 0, 1 -> FourEyesCommands.adjust(actor, AdjustmentType.OWN_FUNDS, amount, currency);
            case 2 -> FourEyesCommands.adjust(actor, AdjustmentType.RISK_RESERVE, amount, currency);
            case 3 -> {
                long account = state.accounts().id(random.nextInt(state.accounts().size()));
                long debt = state.book().balance(AccountKind.DEBT, account, currency);
                yield FourEyesCommands.writeOff(
                        actor, account, 1 + random.nextLong(debt + 1), currency);
            }
            default -> {
                AccountKind from = random.nextBoolean() ? AccountKind.FEES : AccountKind.OWN_FUNDS;
                long there = Math.max(0, state.book().balance(from, 0, currency));
                yield FourEyesCommands.withdraw(
                        actor, from, 1 + random.nextLong(there + 1), currency);
            }
        };
    }

    /** Mostly one that is open. */
    private long approval(ApprovalTable approvals) {
        int index = random.nextInt(approvals.size());
        for (int i = approvals.size() - 1; i >= 0 && random.nextInt(10) > 0; i--) {
            if (approvals.status(i) == ApprovalStatus.PROPOSED) {
                return approvals.id(i);
            }
        }
        return approvals.id(index);
    }

    private static List<Long> keys(KeyTable keys) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.role(i) == Role.OPERATOR) {
                found.add(keys.id(i));
            }
        }
        return found;
    }
}
