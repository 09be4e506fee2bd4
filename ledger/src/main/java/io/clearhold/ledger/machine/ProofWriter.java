package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AgeResultEncoder;
import io.clearhold.core.codec.BreakResultEncoder;
import io.clearhold.core.codec.LineResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OutcomeResultEncoder;
import io.clearhold.core.codec.SafeguardingResultEncoder;
import io.clearhold.core.codec.StatementResultEncoder;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.StatementTable;
import org.agrona.MutableDirectBuffer;

/** Writes the results that prove the book: statements, breaks, safeguarding; returns lengths. */
final class ProofWriter {
    private final LedgerState state;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header;
    private final LineResultEncoder line = new LineResultEncoder();
    private final StatementResultEncoder statement = new StatementResultEncoder();
    private final AgeResultEncoder aged = new AgeResultEncoder();
    private final OutcomeResultEncoder outcome = new OutcomeResultEncoder();
    private final SafeguardingResultEncoder safeguarding = new SafeguardingResultEncoder();
    private final BreakResultEncoder unexplained = new BreakResultEncoder();

    ProofWriter(LedgerState state, MutableDirectBuffer buffer, MessageHeaderEncoder header) {
        this.state = state;
        this.buffer = buffer;
        this.header = header;
    }

    int line(LineOutcome value) {
        line.wrapAndApplyHeader(buffer, 0, header).outcome((short) value.code());
        return line.limit();
    }

    int aged(long opened, boolean more) {
        aged.wrapAndApplyHeader(buffer, 0, header).opened(opened).more((short) (more ? 1 : 0));
        return aged.limit();
    }

    int outcome(long frame) {
        outcome.wrapAndApplyHeader(buffer, 0, header).frame(frame);
        return outcome.limit();
    }

    int statement(int index) {
        StatementTable table = state.statements();
        statement
                .wrapAndApplyHeader(buffer, 0, header)
                .statement(table.id(index))
                .channel((short) table.channel(index))
                .format((short) table.format(index).code())
                .status((short) table.status(index).code())
                .lines(table.lines(index))
                .matched(table.matched(index))
                .breaks(table.breaks(index))
                .duplicates(table.duplicates(index))
                .quarantined(table.quarantined(index))
                .textSequence(table.textSequence(index))
                .findingsSequence(table.findingsSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        return statement.limit();
    }

    int unexplained(int index) {
        BreakTable table = state.breaks();
        InstructionTable instructions = state.instructions();
        long instruction = table.instruction(index);
        int movement = instruction == 0 ? -1 : instructions.find(instruction);
        InstructionKind kind = movement < 0 ? null : instructions.kind(movement);
        unexplained
                .wrapAndApplyHeader(buffer, 0, header)
                .id(table.id(index))
                .type((short) table.type(index).code())
                .direction((short) table.direction(index).code())
                .status((short) table.status(index).code())
                .channel((short) table.channel(index))
                .currency(table.currency(index))
                .amount(table.amount(index))
                .instruction(instruction)
                .payment(table.payment(index))
                .subject(movement < 0 ? 0 : instructions.subject(movement))
                .subjectKind((short) (kind == null ? 0 : kind.code()))
                .statement(table.statement(index))
                .line(table.line(index))
                .createdAtMs(table.createdAtMs(index))
                .sequence(table.lastSequence(index))
                .treatment((short) table.treatment(index).code())
                .action((short) table.action(index))
                .assignedSequence(table.assignedSequence(index));
        return unexplained.limit();
    }

    int safeguarding() {
        Book book = state.book();
        int[] currencies = book.currencies();
        int posted = 0;
        for (int currency : currencies) {
            posted += isPosted(currency) ? 1 : 0;
        }
        safeguarding
                .wrapAndApplyHeader(buffer, 0, header)
                .sequence(state.sequence())
                .openDay(state.proof().openDay());
        SafeguardingResultEncoder.CurrenciesEncoder lines = safeguarding.currenciesCount(posted);
        for (int currency : currencies) {
            CurrencyTotals totals = book.totals(currency);
            if (isPosted(currency)) {
                lines.next()
                        .currency(currency)
                        .headroom(totals.headroom())
                        .openCredit(totals.openBreaks(EntrySide.CREDIT))
                        .openDebit(totals.openBreaks(EntrySide.DEBIT));
            }
        }
        AccountKind[] kinds = AccountKind.values();
        SafeguardingResultEncoder.TotalsEncoder sums =
                safeguarding.totalsCount(posted * kinds.length);
        for (int currency : currencies) {
            if (isPosted(currency)) {
                for (AccountKind kind : kinds) {
                    sums.next()
                            .currency(currency)
                            .kind((short) kind.code())
                            .debits(book.totals(currency).debits(kind))
                            .credits(book.totals(currency).credits(kind));
                }
            }
        }
        return safeguarding.limit();
    }

    private boolean isPosted(int currency) {
        return state.book().totals(currency).debits() != 0;
    }
}
