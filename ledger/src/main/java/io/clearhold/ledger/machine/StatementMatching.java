package io.clearhold.ledger.machine;

import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.StatementLineMatchedEncoder;
import io.clearhold.core.codec.StatementLineUnexplainedEncoder;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one statement line shows. A line with a reference of ours is evidence first: it ends
 * an instruction whose outcome is open, as the bank's own word would. Then it either proves a
 * booked movement, to the cent, or it is a break; it never half matches.
 */
final class StatementMatching {
    private final LedgerState state;
    private final BankFacts facts;
    private final BreakFacts breaks;
    private final StatementLineMatchedEncoder matched = new StatementLineMatchedEncoder();
    private final StatementLineUnexplainedEncoder unexplained =
            new StatementLineUnexplainedEncoder();

    StatementMatching(LedgerState state, BankFacts facts, BreakFacts breaks) {
        this.state = state;
        this.facts = facts;
        this.breaks = breaks;
    }

    /** Steps: what the line is evidence of; the release that follows it, if direct; the match. */
    void decide(PostStatementLineDecoder command, int step, Decision decision) {
        int index = instructionOf(command);
        EntrySide side = EntrySide.of(command.side());
        if (step == 0 && index >= 0 && isNews(index, side, command)) {
            tell(index, side, command, decision);
            decision.continues();
        } else if (index >= 0 && facts.awaitsRelease(index)) {
            facts.releaseDirect(index, decision);
            decision.continues();
        } else {
            MovementKind movement = index < 0 ? null : movementShown(index, side, command);
            if (movement != null) {
                match(command, index, movement, decision);
            } else {
                explainNothing(command, index, side, decision);
            }
        }
    }

    /** The instruction that the line names, if it went through this channel, else -1. */
    private int instructionOf(PostStatementLineDecoder command) {
        InstructionTable instructions = state.instructions();
        int index = command.instruction() == 0 ? -1 : instructions.find(command.instruction());
        int statement = state.statements().find(command.statement());
        boolean sameChannel =
                index >= 0 && instructions.channel(index) == state.statements().channel(statement);
        return sameChannel ? index : -1;
    }

    /** Whether the ledger does not know yet what the line says. */
    private boolean isNews(int index, EntrySide side, PostStatementLineDecoder command) {
        InstructionTable instructions = state.instructions();
        InstructionStatus status = instructions.status(index);
        boolean open = BankDecisions.isOpen(status);
        boolean sameMoney =
                command.grossAmount() == instructions.amount(index)
                        && command.currency() == instructions.currency(index);
        return switch (instructions.kind(index)) {
            // Money that came is booked in whatever amount it came.
            case COLLECT, TOPUP, OWN_FUNDS ->
                    switch (side) {
                        case CREDIT ->
                                command.currency() == instructions.currency(index)
                                        && (open || status == InstructionStatus.FAILED);
                        case DEBIT -> isChargeback(index, command);
                    };
            // Won or lost is the channel's word alone.
            case CONTEST -> false;
            case REFUND, PAYOUT, WITHDRAWAL, GIVE_BACK ->
                    sameMoney
                            && switch (side) {
                                case DEBIT -> open;
                                case CREDIT -> open || status == InstructionStatus.SETTLED;
                            };
        };
    }

    /** Money that was collected and proven, and is taken back. */
    private boolean isChargeback(int index, PostStatementLineDecoder command) {
        InstructionTable instructions = state.instructions();
        return instructions.proven(index)
                && command.grossAmount() <= instructions.settledAmount(index)
                && facts.canBeChargedBack(index, command.currency());
    }

    private void tell(
            int index, EntrySide side, PostStatementLineDecoder command, Decision decision) {
        if (state.instructions().kind(index) == InstructionKind.COLLECT
                && side == EntrySide.DEBIT) {
            facts.chargedBack(
                    index,
                    Evidence.STATEMENT,
                    command.grossAmount(),
                    command.fee(),
                    command.currency(),
                    decision);
            return;
        }
        boolean isReturn = !state.instructions().kind(index).collects() && side == EntrySide.CREDIT;
        if (isReturn) {
            facts.returned(index, Evidence.STATEMENT, decision);
        } else if (state.instructions().status(index) == InstructionStatus.FAILED) {
            facts.settledLate(
                    index, Evidence.STATEMENT, command.grossAmount(), command.currency(), decision);
        } else {
            facts.settled(
                    index, Evidence.STATEMENT, command.grossAmount(), command.currency(), decision);
        }
    }

    private @Nullable MovementKind movementShown(
            int index, EntrySide side, PostStatementLineDecoder command) {
        InstructionTable instructions = state.instructions();
        if (command.currency() != instructions.currency(index)) {
            return null;
        }
        InstructionStatus status = instructions.status(index);
        boolean unproven = !instructions.proven(index);
        boolean left =
                (status == InstructionStatus.SETTLED || status == InstructionStatus.RETURNED)
                        && unproven
                        && command.grossAmount() == instructions.amount(index);
        return switch (instructions.kind(index)) {
            case COLLECT, TOPUP, OWN_FUNDS ->
                    switch (side) {
                        case CREDIT ->
                                status == InstructionStatus.SETTLED
                                                && unproven
                                                && command.grossAmount()
                                                        == instructions.settledAmount(index)
                                        ? MovementKind.COLLECTION
                                        : null;
                        case DEBIT -> chargebackShown(index, command);
                    };
            case CONTEST ->
                    side == EntrySide.CREDIT
                                    && status == InstructionStatus.SETTLED
                                    && !instructions.returnProven(index)
                                    && command.grossAmount() == instructions.amount(index)
                            ? MovementKind.RETURN
                            : null;
            case REFUND, PAYOUT, WITHDRAWAL, GIVE_BACK ->
                    switch (side) {
                        case DEBIT -> left ? leaving(instructions.kind(index)) : null;
                        case CREDIT ->
                                status == InstructionStatus.RETURNED
                                                && !instructions.returnProven(index)
                                                && command.grossAmount()
                                                        == instructions.amount(index)
                                        ? MovementKind.RETURN
                                        : null;
                    };
        };
    }

    /** One line shows what was taken and what it cost, together or apart. */
    private @Nullable MovementKind chargebackShown(int index, PostStatementLineDecoder command) {
        InstructionTable instructions = state.instructions();
        ChargebackTable chargebacks = state.chargebacks();
        int payment = state.payments().find(instructions.payment(index));
        long id = payment < 0 ? 0 : state.extras().chargeback(payment);
        int chargeback = id == 0 ? -1 : chargebacks.find(id);
        if (chargeback < 0
                || chargebacks.instruction(chargeback) != instructions.id(index)
                || instructions.returnProven(index)) {
            return null;
        }
        long cost = chargebacks.cost(chargeback);
        long gross = chargebacks.amount(chargeback);
        boolean apart = command.grossAmount() == gross && command.fee() == cost;
        boolean together = command.grossAmount() == gross + cost && command.fee() == 0;
        return apart || together ? MovementKind.CHARGEBACK : null;
    }

    /** What leaves by an instruction. */
    static MovementKind leaving(InstructionKind kind) {
        return kind == InstructionKind.REFUND || kind == InstructionKind.GIVE_BACK
                ? MovementKind.REFUND
                : MovementKind.PAYOUT;
    }

    private void match(
            PostStatementLineDecoder command, int index, MovementKind movement, Decision decision) {
        InstructionTable instructions = state.instructions();
        long missing = state.proof().missingBreak(instructions.id(index), movement.code());
        int day =
                movement == MovementKind.RETURN || movement == MovementKind.CHARGEBACK
                        ? instructions.returnedDay(index)
                        : instructions.settledDay(index);
        decision.event(matched);
        decision.chain(matched.chain(), instructions.payment(index));
        matched.statement(command.statement())
                .line(command.line())
                .identityHigh(command.identityHigh())
                .identityLow(command.identityLow())
                .content(command.content())
                .instruction(instructions.id(index))
                .movement((short) movement.code())
                .fromBreak(Math.max(missing, 0))
                .grossAmount(command.grossAmount())
                .fee(command.fee())
                .currency(command.currency())
                .channel((short) instructions.channel(index))
                .statementDay(command.statementDay())
                .postingDay(day);
        decision.end();
        if (missing >= 0) {
            breaks.lineCame(state.breaks().find(missing), decision);
        }
        decision.showLine(LineOutcome.MATCHED);
    }

    /** Cash is booked all the same: what came is net of the bank's fee, what left includes it. */
    private void explainNothing(
            PostStatementLineDecoder command, int index, EntrySide side, Decision decision) {
        int statement = state.statements().find(command.statement());
        long cash =
                switch (side) {
                    case CREDIT -> command.grossAmount() - command.fee();
                    case DEBIT -> command.grossAmount() + command.fee();
                };
        long id = decision.newId();
        decision.event(unexplained);
        decision.chain(unexplained.chain(), index < 0 ? 0 : state.instructions().payment(index));
        unexplained
                .statement(command.statement())
                .line(command.line())
                .identityHigh(command.identityHigh())
                .identityLow(command.identityLow())
                .content(command.content())
                .instruction(index < 0 ? 0 : state.instructions().id(index))
                .breakId(id)
                .type((short) typeOf(index, side).code())
                .side((short) side.code())
                .amount(cash)
                .currency(command.currency())
                .channel((short) state.statements().channel(statement))
                .statementDay(command.statementDay());
        decision.end();
        decision.showLine(LineOutcome.UNEXPLAINED);
    }

    private BreakType typeOf(int index, EntrySide side) {
        if (index < 0) {
            return BreakType.UNMATCHED;
        }
        InstructionTable instructions = state.instructions();
        InstructionKind kind = instructions.kind(index);
        boolean against =
                switch (kind) {
                    case COLLECT, CONTEST, TOPUP, OWN_FUNDS -> side == EntrySide.DEBIT;
                    case REFUND, PAYOUT, WITHDRAWAL, GIVE_BACK -> false;
                };
        boolean seen =
                (!kind.collects() && side == EntrySide.CREDIT)
                        ? instructions.returnProven(index)
                        : instructions.proven(index);
        if (against) {
            return BreakType.REVERSAL;
        } else if (seen) {
            return BreakType.ALREADY_MATCHED;
        } else if (instructions.status(index) == InstructionStatus.FAILED) {
            return BreakType.AFTER_FAILURE;
        }
        return BreakType.AMOUNT_MISMATCH;
    }
}
