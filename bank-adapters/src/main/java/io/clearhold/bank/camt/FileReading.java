package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryTotals;
import io.clearhold.bank.statement.FileHead;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FileTotals;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.statement.Page;
import io.clearhold.bank.statement.StatementFormat;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a document: its group header and its statements. */
final class FileReading {
    private static final int OLDEST_VERSION = 2;
    private static final int NEWEST_VERSION = 12;

    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final StatementHandler handler;
    private final FindingLog findings;
    private final StatementReading statements;
    private @Nullable FileHead head;

    FileReading(XmlCursor cursor, StatementLimits limits, StatementHandler handler) {
        this.cursor = cursor;
        this.limits = limits;
        this.handler = handler;
        findings = new FindingLog(handler);
        statements = new StatementReading(cursor, limits, handler, findings);
    }

    FileTotals read() throws IOException, FileRefusedException {
        CamtMessage message = null;
        while (cursor.nextElement()) {
            Optional<CamtMessage> found = CamtMessage.present(cursor);
            if (found.isPresent()) {
                message = found.get();
                if (message.format() != StatementFormat.CAMT_053) {
                    throw new FileRefusedException(
                            FindingCode.FORMAT_MISMATCH,
                            cursor.line(),
                            cursor.name(),
                            "The file is "
                                    + message.format().label()
                                    + ", not "
                                    + StatementFormat.CAMT_053.label()
                                    + ".");
                }
                message(message);
            }
        }
        FileHead known = head;
        if (known == null || statements.count() == 0) {
            throw new FileRefusedException(
                    FindingCode.STATEMENT_MISSING,
                    cursor.line(),
                    "Stmt",
                    "There is no statement in the file.");
        }
        statements.endOfFile();
        EntryTotals totals = statements.totals();
        return new FileTotals(known, statements.count(), totals, findings.count(), cursor.bytes());
    }

    private void message(CamtMessage message) throws IOException, FileRefusedException {
        int version = message.version();
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            findings.report(
                    FindingCode.VERSION_UNKNOWN,
                    cursor.line(),
                    cursor.name(),
                    "Versions 02 to 12 are known; this one is read as if it were one of them.");
        }
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "GrpHdr" -> groupHeader(message);
                case "Stmt" -> {
                    if (head == null) {
                        begin(message, "", Optional.empty());
                    }
                    statements.read();
                }
                default -> {}
            }
        }
    }

    private void groupHeader(CamtMessage message) throws IOException, FileRefusedException {
        String messageId = "";
        Optional<LocalDateTime> createdAt = Optional.empty();
        long line = cursor.line();
        Page page = Page.ONLY;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "MsgId" -> messageId = cursor.text(limits.maxReferenceLength());
                case "CreDtTm" -> createdAt = CamtDates.dateTime(cursor.text(64));
                case "MsgPgntn" -> page = Pagination.read(cursor);
                default -> {}
            }
        }
        if (head == null) {
            begin(message, messageId, createdAt);
        }
        if (page.number() != 1) {
            findings.report(
                    FindingCode.PAGE_MISSING,
                    line,
                    "MsgPgntn",
                    "The file is page " + page.number() + " of a message.");
        }
        if (!page.last()) {
            findings.report(
                    FindingCode.PAGE_NOT_LAST,
                    line,
                    "MsgPgntn",
                    "The file is not the last page of its message.");
        }
    }

    private void begin(CamtMessage message, String messageId, Optional<LocalDateTime> createdAt) {
        FileHead begun = new FileHead(message.format(), message.version(), messageId, createdAt);
        head = begun;
        handler.file(begun);
    }
}
