package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryTotals;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.statement.StatementControls;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.statement.StatementSummary;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@code Stmt}, one after the other. Its head is told when the first entry comes, because only then
 * all that belongs to it was there: in every version balances stand before entries.
 */
final class StatementReading {
    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final StatementHandler handler;
    private final FindingLog findings;
    private final EntryReading entries;
    private @Nullable StatementControls controls;
    private EntryTotals totals = EntryTotals.NONE;
    private int count;

    StatementReading(
            XmlCursor cursor,
            StatementLimits limits,
            StatementHandler handler,
            FindingLog findings) {
        this.cursor = cursor;
        this.limits = limits;
        this.handler = handler;
        this.findings = findings;
        entries = new EntryReading(cursor, limits, findings);
    }

    int count() {
        return count;
    }

    EntryTotals totals() {
        return totals;
    }

    void read() throws IOException, FileRefusedException {
        count++;
        if (count > limits.maxStatements()) {
            throw new FileRefusedException(
                    FindingCode.TOO_MANY_STATEMENTS,
                    cursor.line(),
                    "Stmt",
                    "There are more than " + limits.maxStatements() + " statements.");
        }
        StatementHeadReading head = new StatementHeadReading(cursor, limits, findings, count);
        BalanceReading balances = new BalanceReading(cursor, findings);
        StatementSummary summary = StatementSummary.NONE;
        StatementHead begun = null;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Bal" -> balances.read();
                case "TxsSummry" -> summary = SummaryReading.read(cursor);
                case "Ntry" -> {
                    begun = begun == null ? begin(head, balances) : begun;
                    entry(begun);
                }
                default -> head.read();
            }
        }
        begun = begun == null ? begin(head, balances) : begun;
        end(begun, balances, summary);
    }

    private StatementHead begin(StatementHeadReading reading, BalanceReading balances)
            throws FileRefusedException {
        StatementHead head = reading.head(balances);
        handler.statementBegins(head);
        if (controls == null) {
            controls = new StatementControls(findings, head);
        } else {
            controls.begin(head);
        }
        return head;
    }

    private void entry(StatementHead head) throws IOException, FileRefusedException {
        StatementControls checked = begun();
        switch (entries.read(head.currency())) {
            case EntryReading.Result.Usable(var entry) -> {
                checked.entry(entry);
                handler.entry(entry);
            }
            case EntryReading.Result.Unusable(var entry) -> {
                checked.quarantined();
                findings.report(entry.why());
                handler.quarantined(entry);
            }
        }
    }

    private void end(StatementHead head, BalanceReading balances, StatementSummary summary) {
        StatementEnd end = begun().end(balances.closing(head.currency()), summary);
        totals = totals.plus(end.totals());
        handler.statementEnds(end);
    }

    void endOfFile() {
        begun().endOfFile();
    }

    private StatementControls begun() {
        StatementControls known = controls;
        if (known == null) {
            throw new IllegalStateException("no statement has begun");
        }
        return known;
    }
}
