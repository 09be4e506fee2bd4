package io.clearhold.ledger.machine;

import io.clearhold.core.codec.BreakReopenedEncoder;
import io.clearhold.core.codec.BreakTreatedEncoder;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.LedgerState;

/**
 * What is done about a break, as facts. Whoever calls has checked that it can be done; the break is
 * always treated as a whole.
 */
final class BreakTreatments {
    private static final int NO_MOVEMENT = 0;

    private final LedgerState state;
    private final EscrowFacts escrow;
    private final BreakFacts breaks;
    private final BreakTreatedEncoder treated = new BreakTreatedEncoder();
    private final BreakReopenedEncoder reopened = new BreakReopenedEncoder();

    BreakTreatments(LedgerState state, EscrowFacts escrow, BreakFacts breaks) {
        this.state = state;
        this.escrow = escrow;
        this.breaks = breaks;
    }

    /** It is the line of this movement; a short break over that closes with it. */
    void match(
            int index, long approval, int instruction, MovementKind movement, Decision decision) {
        long id = state.instructions().id(instruction);
        long missing = state.proof().missingBreak(id, movement.code());
        put(
                index,
                approval,
                BreakAction.MATCH,
                0,
                0,
                id,
                movement.code(),
                Math.max(missing, 0),
                decision);
        if (missing >= 0) {
            breaks.lineCame(state.breaks().find(missing), decision);
        }
    }

    /** There is nothing to be done about it any more. */
    void explain(int index, long approval, Decision decision) {
        put(index, approval, BreakAction.MATCH, 0, 0, 0, NO_MOVEMENT, 0, decision);
    }

    /** It collects a payment; if that is direct, its release follows in the next step. */
    void apply(int index, long approval, int payment, Decision decision) {
        put(index, approval, BreakAction.APPLY, 0, 0, 0, NO_MOVEMENT, 0, decision);
        escrow.holdFromBreak(payment, index, decision);
    }

    void credit(int index, long approval, long account, Decision decision) {
        BreakTable table = state.breaks();
        long repaid = decision.funds().credit(account, table.currency(index), table.amount(index));
        put(index, approval, BreakAction.CREDIT, account, repaid, 0, NO_MOVEMENT, 0, decision);
    }

    /** The bank is told to send it back to where it collected it. */
    void giveBack(int index, long approval, Decision decision) {
        BreakTable table = state.breaks();
        long instruction = decision.newId();
        put(index, approval, BreakAction.REFUND, 0, 0, instruction, NO_MOVEMENT, 0, decision);
        escrow.queue(
                table.payment(index),
                instruction,
                InstructionKind.GIVE_BACK,
                table.instruction(index),
                table.channel(index),
                table.amount(index),
                table.currency(index),
                state.approvals().textSequence(state.approvals().find(approval)),
                decision);
    }

    void charge(int index, long approval, long account, Decision decision) {
        long owed = owed(index, account, decision);
        putMissing(index, approval, BreakAction.CHARGE, account, owed, decision);
    }

    void writeOff(int index, long approval, Decision decision) {
        putMissing(index, approval, BreakAction.WRITE_OFF, 0, 0, decision);
    }

    /** What was done about it is undone. */
    void reopen(int index, long approval, Decision decision) {
        BreakTable table = state.breaks();
        long account = table.treatedAccount(index);
        long debt = 0;
        if (account != 0) {
            debt =
                    table.direction(index) == EntrySide.CREDIT
                            ? owed(index, account, decision)
                            : decision.funds()
                                    .credit(account, table.currency(index), table.amount(index));
        }
        putReopened(index, approval, debt, false, decision);
    }

    /** The bank did not send it back, or it came back from where it was sent. */
    void cameBack(int instruction, boolean hadLeft, Decision decision) {
        BreakTable table = state.breaks();
        long id = state.instructions().id(instruction);
        for (int index = table.size() - 1; index >= 0; index--) {
            if (table.partner(index) == id && table.action(index) == BreakAction.REFUND.code()) {
                putReopened(index, 0, 0, hadLeft, decision);
                return;
            }
        }
        throw new IllegalStateException("nobody's money is sent back by " + id);
    }

    /** What a charge takes that the account does not have. */
    long owed(int index, long account, Decision decision) {
        BreakTable table = state.breaks();
        int currency = table.currency(index);
        long amount = table.amount(index);
        long taken = Math.min(amount, decision.funds().available(account, currency));
        decision.funds().take(account, currency, taken);
        decision.funds().owe(account, currency, amount - taken);
        return amount - taken;
    }

    /** Nobody waits any more for money that was missing: its line would be a second one. */
    private void putMissing(
            int index,
            long approval,
            BreakAction action,
            long account,
            long debt,
            Decision decision) {
        BreakTable table = state.breaks();
        int movement = table.movement(index);
        long instruction = movement == NO_MOVEMENT ? 0 : table.instruction(index);
        put(index, approval, action, account, debt, instruction, movement, 0, decision);
    }

    private void put(
            int index,
            long approval,
            BreakAction action,
            long account,
            long debt,
            long instruction,
            int movement,
            long fromBreak,
            Decision decision) {
        BreakTable table = state.breaks();
        decision.event(treated);
        decision.chain(treated.chain(), table.payment(index));
        treated.breakId(table.id(index))
                .approval(approval)
                .action((short) action.code())
                .direction((short) table.direction(index).code())
                .channel((short) table.channel(index))
                .currency(table.currency(index))
                .amount(table.amount(index))
                .account(account)
                .debt(debt)
                .instruction(instruction)
                .movement((short) movement)
                .fromBreak(fromBreak);
        decision.end();
    }

    private void putReopened(
            int index, long approval, long debt, boolean hadLeft, Decision decision) {
        BreakTable table = state.breaks();
        decision.event(reopened);
        decision.chain(reopened.chain(), table.payment(index));
        reopened.breakId(table.id(index))
                .approval(approval)
                .action((short) table.action(index))
                .direction((short) table.direction(index).code())
                .channel((short) table.channel(index))
                .currency(table.currency(index))
                .amount(table.amount(index))
                .account(table.treatedAccount(index))
                .debt(debt)
                .instruction(table.partner(index))
                .movement((short) table.partnerMovement(index))
                .hadLeft((short) (hadLeft ? 1 : 0));
        decision.end();
    }
}
