package io.clearhold.ledger.projection.fact;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.DayCutDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MovementsAgedDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.SafeguardingRestoredDecoder;
import io.clearhold.core.codec.SafeguardingShortfallDecoder;
import io.clearhold.core.codec.SettlementReadyDecoder;
import io.clearhold.core.codec.StatementCompletedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.codec.StatementOpenedDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.proof.StatementStatus;
import io.clearhold.ledger.projection.row.CopyBuffer;
import io.clearhold.ledger.projection.row.TableChanges;
import java.time.LocalDate;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What events of statements, breaks, days and settlements mean for their tables. */
final class ProofEvents {
    private final TableChanges statements;
    private final TableChanges breaks;
    private final TableChanges instructions;
    private final ProofRows rows;
    private final FrameView frame;
    private final ChannelNames channels;
    private final StatementLineMatchedDecoder matched = new StatementLineMatchedDecoder();
    private final StatementLineUnexplainedDecoder unexplained =
            new StatementLineUnexplainedDecoder();
    private final BreakOpenedDecoder breakOpened = new BreakOpenedDecoder();
    private final BreakResolvedDecoder breakResolved = new BreakResolvedDecoder();
    private final StatementOpenedDecoder opened = new StatementOpenedDecoder();
    private final StatementCompletedDecoder completed = new StatementCompletedDecoder();
    private final MovementsAgedDecoder aged = new MovementsAgedDecoder();
    private final DayCutDecoder dayCut = new DayCutDecoder();
    private final SettlementReadyDecoder settlementReady = new SettlementReadyDecoder();
    private final SafeguardingShortfallDecoder shortfall = new SafeguardingShortfallDecoder();
    private final SafeguardingRestoredDecoder restored = new SafeguardingRestoredDecoder();
    private long subject;
    private Parties seenBy = Parties.NOBODY;

    ProofEvents(
            TableChanges statements,
            TableChanges breaks,
            TableChanges instructions,
            ProofRows rows,
            FrameView frame,
            ChannelNames channels) {
        this.statements = statements;
        this.breaks = breaks;
        this.instructions = instructions;
        this.rows = rows;
        this.frame = frame;
        this.channels = channels;
    }

    /** The statement, break or settlement of the event that was taken last, 0 if none. */
    long subject() {
        return subject;
    }

    /** Who besides the operator's staff may see that event. */
    Parties parties() {
        return seenBy;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int ordinal,
            JsonFacts facts) {
        subject = 0;
        seenBy = Parties.NOBODY;
        switch (header.templateId()) {
            case StatementLineMatchedDecoder.TEMPLATE_ID ->
                    take(matched.wrapAndApplyHeader(buffer, offset, header), ordinal, facts);
            case StatementLineUnexplainedDecoder.TEMPLATE_ID ->
                    take(unexplained.wrapAndApplyHeader(buffer, offset, header), ordinal, facts);
            case BreakOpenedDecoder.TEMPLATE_ID ->
                    take(breakOpened.wrapAndApplyHeader(buffer, offset, header), facts);
            case BreakResolvedDecoder.TEMPLATE_ID ->
                    take(breakResolved.wrapAndApplyHeader(buffer, offset, header), facts);
            case StatementOpenedDecoder.TEMPLATE_ID ->
                    take(opened.wrapAndApplyHeader(buffer, offset, header), facts);
            case StatementCompletedDecoder.TEMPLATE_ID ->
                    take(completed.wrapAndApplyHeader(buffer, offset, header), facts);
            case MovementsAgedDecoder.TEMPLATE_ID -> {
                aged.wrapAndApplyHeader(buffer, offset, header);
                facts.name("channel", channels.of(aged.channel()))
                        .number("movements", aged.movements());
            }
            default -> {
                return takeDay(buffer, offset, header, facts);
            }
        }
        return true;
    }

    private boolean takeDay(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case DayCutDecoder.TEMPLATE_ID ->
                    take(dayCut.wrapAndApplyHeader(buffer, offset, header), facts);
            case SettlementReadyDecoder.TEMPLATE_ID ->
                    take(settlementReady.wrapAndApplyHeader(buffer, offset, header), facts);
            case SafeguardingShortfallDecoder.TEMPLATE_ID -> {
                shortfall.wrapAndApplyHeader(buffer, offset, header);
                headroom(shortfall.currency(), shortfall.headroom(), "shortfall", facts);
            }
            case SafeguardingRestoredDecoder.TEMPLATE_ID -> {
                restored.wrapAndApplyHeader(buffer, offset, header);
                headroom(restored.currency(), restored.headroom(), "restored", facts);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(StatementLineMatchedDecoder event, int ordinal, JsonFacts facts) {
        subject = event.statement();
        MovementKind movement = MovementKind.of(event.movement());
        EntrySide side =
                switch (movement) {
                    case COLLECTION, RETURN -> EntrySide.CREDIT;
                    case REFUND, PAYOUT, CHARGEBACK -> EntrySide.DEBIT;
                };
        long cash =
                side == EntrySide.CREDIT
                        ? event.grossAmount() - event.fee()
                        : event.grossAmount() + event.fee();
        statements.change(subject).add(StatementColumns.MATCHED, 1);
        touchStatement();
        instructions
                .change(event.instruction())
                .set(
                        movement == MovementKind.RETURN || movement == MovementKind.CHARGEBACK
                                ? InstructionColumns.RETURN_PROVEN
                                : InstructionColumns.PROVEN,
                        true);
        CopyBuffer row = rows.lines;
        row.putNumber(frame.sequence());
        row.putNumber(ordinal);
        row.putNumber(subject);
        row.putNumber(event.line());
        row.putText(side.label());
        row.putText(movement.label());
        row.putNumber(event.instruction());
        row.putNumber(event.chain().payment());
        row.putNumber(0);
        row.putNumber(event.grossAmount());
        row.putNumber(event.fee());
        row.putNumber(cash);
        row.putText(Currencies.code(event.currency()));
        row.putNumber(event.channel());
        row.putNumber(event.statementDay());
        row.putNumber(event.postingDay());
        row.putText(frame.text(PostStatementLineDecoder.TEMPLATE_ID));
        row.endRow();
        facts.id("statement", IdKind.STATEMENT, subject)
                .number("line", event.line())
                .name("movement", movement.label())
                .id("instruction", IdKind.INSTRUCTION, event.instruction())
                .amount(event.grossAmount(), event.currency())
                .number("fee", event.fee())
                .name("statement_date", date(event.statementDay()));
    }

    private void take(StatementLineUnexplainedDecoder event, int ordinal, JsonFacts facts) {
        statements.change(event.statement()).add(StatementColumns.BREAKS, 1);
        statements.change(event.statement()).set(StatementColumns.LAST_SEQUENCE, frame.sequence());
        CopyBuffer row = rows.lines;
        row.putNumber(frame.sequence());
        row.putNumber(ordinal);
        row.putNumber(event.statement());
        row.putNumber(event.line());
        row.putText(CodeNames.side(event.side()));
        row.putText(CodeNames.movement(0));
        row.putNumber(event.instruction());
        row.putNumber(event.chain().payment());
        row.putNumber(event.breakId());
        row.putNumber(event.amount());
        row.putNumber(0);
        row.putNumber(event.amount());
        row.putText(Currencies.code(event.currency()));
        row.putNumber(event.channel());
        row.putNumber(event.statementDay());
        row.putNumber(event.statementDay());
        row.putText(frame.text(PostStatementLineDecoder.TEMPLATE_ID));
        row.endRow();
        open(
                event.breakId(),
                event.type(),
                event.side(),
                event.channel(),
                event.currency(),
                event.amount(),
                event.chain().payment(),
                event.instruction(),
                facts);
        breaks.change(subject)
                .set(BreakColumns.STATEMENT, event.statement())
                .set(BreakColumns.LINE, event.line());
        propose(BreakType.of(event.type()).treatment(), facts);
        facts.id("statement", IdKind.STATEMENT, event.statement()).number("line", event.line());
    }

    private void take(BreakOpenedDecoder event, JsonFacts facts) {
        open(
                event.breakId(),
                event.type(),
                event.direction(),
                event.channel(),
                event.currency(),
                event.amount(),
                event.chain().payment(),
                event.instruction(),
                facts);
        propose(BreakAction.of(event.treatment()), facts);
    }

    private void propose(BreakAction treatment, JsonFacts facts) {
        breaks.change(subject).set(BreakColumns.TREATMENT, treatment.code());
        facts.name("treatment", treatment.label());
    }

    private void open(
            long id,
            int type,
            int direction,
            int channel,
            int currency,
            long amount,
            long payment,
            long instruction,
            JsonFacts facts) {
        subject = id;
        breaks.create(id)
                .set(BreakColumns.TYPE, type)
                .set(BreakColumns.DIRECTION, direction)
                .set(BreakColumns.STATUS, BreakStatus.OPEN.code())
                .set(BreakColumns.CHANNEL, channel)
                .set(BreakColumns.CURRENCY, currency)
                .set(BreakColumns.AMOUNT, amount)
                .set(BreakColumns.PAYMENT, payment)
                .set(BreakColumns.INSTRUCTION, instruction)
                .set(BreakColumns.CREATED_AT_MS, frame.atMs())
                .set(BreakColumns.LAST_SEQUENCE, frame.sequence());
        facts.id("id", IdKind.BREAK, id)
                .name("object", "break")
                .name("status", BreakStatus.OPEN.label())
                .name("type", CodeNames.breakType(type))
                .name("direction", CodeNames.side(direction))
                .name("channel", channels.of(channel))
                .amount(amount, currency)
                .id("payment", IdKind.PAYMENT, payment);
    }

    private void take(BreakResolvedDecoder event, JsonFacts facts) {
        subject = event.breakId();
        breaks.change(subject)
                .set(BreakColumns.STATUS, BreakStatus.RESOLVED.code())
                .set(BreakColumns.RESOLUTION, event.resolution())
                .set(BreakColumns.RESOLVED_AT_MS, frame.atMs())
                .set(BreakColumns.RESOLVED_IN, frame.sequence())
                .set(BreakColumns.LAST_SEQUENCE, frame.sequence());
        facts.id("id", IdKind.BREAK, subject)
                .name("object", "break")
                .name("status", BreakStatus.RESOLVED.label())
                .name("resolution", CodeNames.breakResolution(event.resolution()));
    }

    private void take(StatementOpenedDecoder event, JsonFacts facts) {
        subject = event.statement();
        statements
                .create(subject)
                .set(StatementColumns.CHANNEL, event.channel())
                .set(StatementColumns.FORMAT, event.format())
                .set(StatementColumns.STATUS, StatementStatus.IMPORTING.code())
                .set(StatementColumns.CREATED_AT_MS, frame.atMs())
                .set(StatementColumns.TEXT_SEQUENCE, frame.sequence())
                .set(StatementColumns.LAST_SEQUENCE, frame.sequence())
                .set(StatementColumns.TEXT, frame.text(OpenStatementDecoder.TEMPLATE_ID));
        facts.id("id", IdKind.STATEMENT, subject)
                .name("object", "statement")
                .name("status", StatementStatus.IMPORTING.label())
                .name("channel", channels.of(event.channel()));
    }

    private void take(StatementCompletedDecoder event, JsonFacts facts) {
        subject = event.statement();
        @Nullable String findings = frame.text(CompleteStatementDecoder.TEMPLATE_ID);
        statements
                .change(subject)
                .set(StatementColumns.STATUS, StatementStatus.COMPLETE.code())
                .set(StatementColumns.LINES, event.lines())
                .set(StatementColumns.DUPLICATES, event.duplicates())
                .set(StatementColumns.QUARANTINED, event.quarantined())
                .set(StatementColumns.FINDINGS_SEQUENCE, frame.sequence())
                .set(StatementColumns.LAST_SEQUENCE, frame.sequence())
                .set(StatementColumns.FINDINGS, findings);
        facts.id("id", IdKind.STATEMENT, subject)
                .name("object", "statement")
                .name("status", StatementStatus.COMPLETE.label())
                .number("lines", event.lines());
        for (StatementCompletedDecoder.DaysDecoder day : event.days()) {
            rows.add(
                    new ProofRows.StatementDay(
                            event.channel(),
                            Currencies.code(day.currency()),
                            day.day(),
                            day.opening(),
                            day.closing(),
                            day.complete() != 0,
                            event.statement()));
        }
    }

    private void take(DayCutDecoder event, JsonFacts facts) {
        rows.days.putNumber(event.day());
        rows.days.putNumber(frame.sequence());
        rows.days.putNumber(frame.atMs());
        rows.days.endRow();
        for (DayCutDecoder.TotalsDecoder total : event.totals()) {
            CopyBuffer row = rows.dayTotals;
            row.putNumber(event.day());
            row.putText(Currencies.code(total.currency()));
            row.putText(AccountKind.of(total.kind()).label());
            row.putNumber(total.debits());
            row.putNumber(total.credits());
            row.endRow();
        }
        facts.name("date", date(event.day()));
    }

    private void take(SettlementReadyDecoder event, JsonFacts facts) {
        subject = event.settlement();
        seenBy = new Parties(event.platform(), event.account(), 0);
        CopyBuffer row = rows.settlements;
        row.putNumber(subject);
        row.putNumber(event.account());
        row.putNumber(event.platform());
        row.putNumber(event.day());
        row.putNumber(event.fromSequence());
        row.putNumber(event.throughSequence());
        row.putNumber(frame.atMs());
        row.putNumber(frame.sequence());
        row.endRow();
        facts.id("id", IdKind.SETTLEMENT, subject)
                .name("object", "settlement")
                .name("status", "ready")
                .id("account", IdKind.ACCOUNT, event.account())
                .name("date", date(event.day()));
    }

    private void headroom(int currency, long headroom, String status, JsonFacts facts) {
        facts.name("object", "safeguarding")
                .name("status", status)
                .name("currency", Currencies.code(currency))
                .number("headroom", headroom);
    }

    private void touchStatement() {
        statements.change(subject).set(StatementColumns.LAST_SEQUENCE, frame.sequence());
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
