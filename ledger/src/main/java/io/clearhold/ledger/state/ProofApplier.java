package io.clearhold.ledger.state;

import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.DayCutDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MovementsAgedDecoder;
import io.clearhold.core.codec.SafeguardingRestoredDecoder;
import io.clearhold.core.codec.SafeguardingShortfallDecoder;
import io.clearhold.core.codec.SettlementReadyDecoder;
import io.clearhold.core.codec.StatementCompletedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.codec.StatementOpenedDecoder;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import org.agrona.DirectBuffer;

/** Applies events of statements, breaks and business days, templates 230 to 239 and 280 to 289. */
final class ProofApplier {
    private final LedgerState state;
    private final StatementTable statements;
    private final BreakTable breaks;
    private final Proof proof;
    private final StatementLineMatchedDecoder matched = new StatementLineMatchedDecoder();
    private final StatementLineUnexplainedDecoder unexplained =
            new StatementLineUnexplainedDecoder();
    private final BreakOpenedDecoder breakOpened = new BreakOpenedDecoder();
    private final BreakResolvedDecoder breakResolved = new BreakResolvedDecoder();
    private final StatementOpenedDecoder opened = new StatementOpenedDecoder();
    private final StatementCompletedDecoder completed = new StatementCompletedDecoder();
    private final MovementsAgedDecoder aged = new MovementsAgedDecoder();
    private final DayCutDecoder dayCut = new DayCutDecoder();
    private final SafeguardingShortfallDecoder shortfall = new SafeguardingShortfallDecoder();
    private final SafeguardingRestoredDecoder restored = new SafeguardingRestoredDecoder();

    ProofApplier(LedgerState state) {
        this.state = state;
        this.statements = state.statements;
        this.breaks = state.breaks;
        this.proof = state.proof;
    }

    void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case StatementLineMatchedDecoder.TEMPLATE_ID ->
                    apply(matched.wrapAndApplyHeader(buffer, offset, header));
            case StatementLineUnexplainedDecoder.TEMPLATE_ID ->
                    apply(unexplained.wrapAndApplyHeader(buffer, offset, header));
            case BreakOpenedDecoder.TEMPLATE_ID ->
                    apply(breakOpened.wrapAndApplyHeader(buffer, offset, header));
            case BreakResolvedDecoder.TEMPLATE_ID ->
                    resolve(breakResolved.wrapAndApplyHeader(buffer, offset, header).breakId());
            case StatementOpenedDecoder.TEMPLATE_ID ->
                    apply(opened.wrapAndApplyHeader(buffer, offset, header));
            case StatementCompletedDecoder.TEMPLATE_ID ->
                    apply(completed.wrapAndApplyHeader(buffer, offset, header));
            case MovementsAgedDecoder.TEMPLATE_ID -> {
                aged.wrapAndApplyHeader(buffer, offset, header);
                state.awaited.drop(aged.channel(), aged.currency(), aged.movements());
            }
            case DayCutDecoder.TEMPLATE_ID -> {
                dayCut.wrapAndApplyHeader(buffer, offset, header);
                state.book
                        .settlements()
                        .cut(proof.lastCut(), state.sequence(), state.logTimeMs(), state.deadlines);
                proof.cut(state.sequence());
                openDay(dayCut.day() + 1, dayCut.nextCutMs());
            }
            case SettlementReadyDecoder.TEMPLATE_ID ->
                    state.book.settlements().settled(state.deadlines);
            case SafeguardingShortfallDecoder.TEMPLATE_ID -> {
                shortfall.wrapAndApplyHeader(buffer, offset, header);
                state.book.totals(shortfall.currency()).shortfall(true);
            }
            case SafeguardingRestoredDecoder.TEMPLATE_ID -> {
                restored.wrapAndApplyHeader(buffer, offset, header);
                state.book.totals(restored.currency()).shortfall(false);
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of proof " + header.templateId());
        }
    }

    /** The first settings open the day in which they come. */
    void firstDay() {
        if (proof.openDay() == 0) {
            long day = Math.floorDiv(state.logTimeMs(), Proof.DAY_MS);
            openDay((int) day, (day + 1) * Proof.DAY_MS);
        }
    }

    private void openDay(int day, long cutMs) {
        proof.openDay(day, cutMs, state.deadlines);
        state.book.settlements().openDay(day);
    }

    private void apply(StatementLineMatchedDecoder event) {
        touch(event.chain().payment());
        proof.line(event.identityHigh(), event.identityLow(), event.content());
        int statement = statements.find(event.statement());
        statements.countMatched(statement);
        statements.lastSequence(statement, state.sequence());
        shown(event.instruction(), MovementKind.of(event.movement()));
    }

    /** The line of a movement is known: what it brought is cash. */
    void shown(long id, MovementKind movement) {
        InstructionTable instructions = state.instructions;
        int instruction = instructions.find(id);
        // A collection that is charged back has two lines as well.
        if (movement == MovementKind.RETURN || movement == MovementKind.CHARGEBACK) {
            instructions.returnProven(instruction, true);
        } else {
            instructions.proven(instruction, true);
        }
        if (movement == MovementKind.COLLECTION) {
            prove(instructions.payment(instruction), id);
        }
        UnsettledShares.settle(state, instruction, movement);
    }

    /** It is not known after all. What a payment brought stays cash: nobody asks for it back. */
    void notShown(long id, MovementKind movement) {
        InstructionTable instructions = state.instructions;
        int instruction = instructions.find(id);
        if (movement == MovementKind.RETURN) {
            instructions.returnProven(instruction, false);
        } else {
            instructions.proven(instruction, false);
        }
        UnsettledShares.unsettle(state, instruction, movement);
    }

    /** From now on what the payment brought to accounts is cash. */
    private void prove(long paymentId, long instruction) {
        PaymentTable payments = state.payments;
        int payment = payments.find(paymentId);
        boolean collectedIt =
                payment >= 0
                        && payments.instruction(payment) == instruction
                        && !payments.proven(payment);
        if (collectedIt) {
            UnsettledShares.settle(state, payment);
            payments.proven(payment, true);
        }
    }

    private void apply(StatementLineUnexplainedDecoder event) {
        touch(event.chain().payment());
        proof.line(event.identityHigh(), event.identityLow(), event.content());
        int statement = statements.find(event.statement());
        statements.countBreak(statement);
        statements.lastSequence(statement, state.sequence());
        open(
                event.breakId(),
                BreakType.of(event.type()),
                EntrySide.of(event.side()),
                event.channel(),
                event.currency(),
                event.amount());
        int index = breaks.find(event.breakId());
        breaks.payment(index, event.chain().payment());
        breaks.instruction(index, event.instruction());
        breaks.statement(index, event.statement());
        breaks.line(index, event.line());
    }

    private void apply(BreakOpenedDecoder event) {
        touch(event.chain().payment());
        BreakType type = BreakType.of(event.type());
        open(
                event.breakId(),
                type,
                EntrySide.of(event.direction()),
                event.channel(),
                event.currency(),
                event.amount());
        int index = breaks.find(event.breakId());
        breaks.payment(index, event.chain().payment());
        breaks.instruction(index, event.instruction());
        breaks.movement(index, event.movement());
        breaks.treatment(index, BreakAction.of(event.treatment()));
        if (type == BreakType.MISSING) {
            proof.missing(event.instruction(), event.movement(), event.breakId());
        }
    }

    private void open(
            long id, BreakType type, EntrySide direction, int channel, int currency, long amount) {
        int index = breaks.add(id);
        breaks.status(index, BreakStatus.OPEN);
        breaks.type(index, type);
        breaks.treatment(index, type.treatment());
        breaks.direction(index, direction);
        breaks.channel(index, channel);
        breaks.currency(index, currency);
        breaks.amount(index, amount);
        breaks.createdAtMs(index, state.logTimeMs());
        breaks.lastSequence(index, state.sequence());
        if (type.holdsMoney()) {
            state.book.totals(currency).openBreak(direction, amount);
        }
    }

    void resolve(long id) {
        int index = breaks.find(id);
        breaks.status(index, BreakStatus.RESOLVED);
        breaks.lastSequence(index, state.sequence());
        if (breaks.type(index).holdsMoney()) {
            state.book
                    .totals(breaks.currency(index))
                    .closeBreak(breaks.direction(index), breaks.amount(index));
        }
        if (breaks.type(index) == BreakType.MISSING) {
            proof.found(breaks.instruction(index), breaks.movement(index));
        }
        touch(breaks.payment(index));
    }

    /** What was explained is not: it counts as open again. */
    void reopen(int index) {
        breaks.status(index, BreakStatus.OPEN);
        breaks.lastSequence(index, state.sequence());
        if (breaks.type(index).holdsMoney()) {
            state.book
                    .totals(breaks.currency(index))
                    .openBreak(breaks.direction(index), breaks.amount(index));
        }
        if (breaks.type(index) == BreakType.MISSING) {
            proof.missing(breaks.instruction(index), breaks.movement(index), breaks.id(index));
        }
        touch(breaks.payment(index));
    }

    private void apply(StatementOpenedDecoder event) {
        int index = statements.add(event.statement());
        statements.status(index, StatementStatus.IMPORTING);
        statements.format(index, StatementFormat.of(event.format()));
        statements.channel(index, event.channel());
        statements.textSequence(index, state.sequence());
        statements.lastSequence(index, state.sequence());
        statements.createdAtMs(index, state.logTimeMs());
        proof.file(event.contentHigh(), event.contentLow(), event.statement());
    }

    private void apply(StatementCompletedDecoder event) {
        int index = statements.find(event.statement());
        statements.status(index, StatementStatus.COMPLETE);
        statements.lines(index, event.lines());
        statements.duplicates(index, event.duplicates());
        statements.quarantined(index, event.quarantined());
        for (StatementCompletedDecoder.DaysDecoder day : event.days()) {
            if (day.complete() != 0) {
                proof.cover(event.channel(), day.currency(), day.day());
            }
        }
        statements.findingsSequence(index, state.sequence());
        statements.lastSequence(index, state.sequence());
    }

    private void touch(long payment) {
        if (payment != 0) {
            state.payments.lastSequence(state.payments.find(payment), state.sequence());
        }
    }
}
