package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AgeMovementsDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.MovementsAgedEncoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.StatementCompletedEncoder;
import io.clearhold.core.codec.StatementOpenedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.proof.StatementStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AwaitedMovements;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.StatementTable;

/**
 * Decides the import of a bank statement: opened by its content, then line by line, then completed.
 * Every command may come again: what is in already stays as it is.
 */
final class StatementDecisions {
    /** A line may come this many days after its movement was booked. */
    private static final int TIMING_DAYS = 2;

    private final LedgerState state;
    private final StatementMatching matching;
    private final BreakFacts breaks;
    private final StatementOpenedEncoder opened = new StatementOpenedEncoder();
    private final StatementCompletedEncoder completed = new StatementCompletedEncoder();
    private final MovementsAgedEncoder aged = new MovementsAgedEncoder();

    StatementDecisions(LedgerState state, StatementMatching matching, BreakFacts breaks) {
        this.state = state;
        this.matching = matching;
        this.breaks = breaks;
    }

    void open(OpenStatementDecoder command, Decision decision) {
        if (!isAllowed(command.origin(), decision)) {
            return;
        }
        if (!state.settings().hasChannel(command.channel())) {
            decision.refuse(ResultCode.CHANNEL_NOT_FOUND);
            return;
        }
        long known = state.proof().statementOf(command.contentHigh(), command.contentLow());
        if (known >= 0) {
            decision.show(IdKind.STATEMENT, known);
            return;
        }
        long id = decision.newId();
        decision.event(opened)
                .statement(id)
                .channel(command.channel())
                .format(command.format())
                .contentHigh(command.contentHigh())
                .contentLow(command.contentLow());
        decision.end();
        decision.show(IdKind.STATEMENT, id);
    }

    void postLine(PostStatementLineDecoder command, int step, Decision decision) {
        if (step > 0) {
            matching.decide(command, step, decision);
            return;
        }
        if (!isAllowed(command.origin(), decision)) {
            return;
        }
        StatementTable statements = state.statements();
        int statement = statements.find(command.statement());
        if (statement < 0) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (statements.status(statement) == StatementStatus.COMPLETE) {
            decision.refuse(ResultCode.STATEMENT_COMPLETE);
        } else {
            long content = state.proof().lineContent(command.identityHigh(), command.identityLow());
            if (content >= 0) {
                boolean same = content == command.content();
                decision.showLine(same ? LineOutcome.DUPLICATE : LineOutcome.CHANGED);
            } else if (!state.settings().supportsCurrency(command.currency())) {
                decision.showLine(LineOutcome.CURRENCY_NOT_SUPPORTED);
            } else if (!fits(command)) {
                decision.showLine(LineOutcome.TOO_LARGE);
            } else {
                matching.decide(command, step, decision);
            }
        }
    }

    void complete(CompleteStatementDecoder command, Decision decision) {
        if (!isAllowed(command.origin(), decision)) {
            return;
        }
        StatementTable statements = state.statements();
        int statement = statements.find(command.statement());
        if (statement < 0) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        decision.show(IdKind.STATEMENT, command.statement());
        if (statements.status(statement) == StatementStatus.COMPLETE) {
            return;
        }
        // What a crash interrupted shows its own lines again; they are no duplicates.
        long posted = statements.matched(statement) + statements.breaks(statement);
        long duplicates = Math.max(0, command.lines() - command.quarantined() - posted);
        decision.event(completed)
                .statement(command.statement())
                .channel((short) statements.channel(statement))
                .lines(command.lines())
                .duplicates(Math.min(duplicates, command.duplicates()))
                .quarantined(command.quarantined());
        CompleteStatementDecoder.DaysDecoder days = command.days();
        StatementCompletedEncoder.DaysEncoder toDays = completed.daysCount(days.count());
        while (days.hasNext()) {
            days.next();
            toDays.next()
                    .currency(days.currency())
                    .day(days.day())
                    .opening(days.opening())
                    .closing(days.closing())
                    .complete(days.complete());
        }
        decision.end();
    }

    /**
     * Looks at the oldest movements that still wait for a line. One whose own day and the two after
     * are covered by complete statements becomes a short break; where a statement is missing, the
     * money is not.
     */
    void age(AgeMovementsDecoder command, Decision decision) {
        if (!isAllowed(command.origin(), decision)) {
            return;
        }
        AwaitedMovements awaited = state.awaited();
        int channel = command.channel();
        int currency = command.currency();
        int looked = 0;
        int missing = 0;
        int size = Math.min(awaited.size(channel, currency), command.atMost());
        while (looked < size) {
            int index = awaited.instruction(channel, currency, looked);
            MovementKind movement = awaited.movement(channel, currency, looked);
            long amount = awaitedAmount(index, movement);
            if (amount > 0 && !isOverdue(channel, currency, bookedDay(index, movement))) {
                break;
            }
            looked++;
            if (amount > 0) {
                breaks.missing(index, movement, amount, decision);
                missing++;
            }
        }
        if (looked > 0) {
            decision.event(aged).channel((short) channel).currency(currency).movements(looked);
            decision.end();
        }
        boolean more = looked == command.atMost() && awaited.size(channel, currency) > looked;
        decision.showAged(missing, more);
    }

    private boolean isOverdue(int channel, int currency, int bookedDay) {
        for (int day = bookedDay; day <= bookedDay + TIMING_DAYS; day++) {
            if (!state.proof().isCovered(channel, currency, day)) {
                return false;
            }
        }
        return true;
    }

    private int bookedDay(int index, MovementKind movement) {
        InstructionTable instructions = state.instructions();
        return movement == MovementKind.RETURN
                ? instructions.returnedDay(index)
                : instructions.settledDay(index);
    }

    /** 0 if a line has shown it. */
    private long awaitedAmount(int index, MovementKind movement) {
        InstructionTable instructions = state.instructions();
        if (movement == MovementKind.RETURN) {
            return instructions.returnProven(index) ? 0 : instructions.amount(index);
        }
        return instructions.proven(index) ? 0 : instructions.settledAmount(index);
    }

    private boolean fits(PostStatementLineDecoder command) {
        long gross = command.grossAmount();
        long fee = command.fee();
        return fee >= 0 && fee < gross && state.book().totals(command.currency()).takesFact(gross);
    }

    private static boolean isAllowed(OriginDecoder origin, Decision decision) {
        boolean staff = Access.isStaff(Role.of(origin.role()));
        if (!staff) {
            decision.refuse(ResultCode.FORBIDDEN);
        }
        return staff;
    }
}
