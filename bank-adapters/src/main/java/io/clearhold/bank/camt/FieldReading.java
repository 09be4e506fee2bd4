package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one entry, and remembers the first flaw that keeps it from being used. */
final class FieldReading {
    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final FindingLog findings;
    private @Nullable Finding flaw;

    FieldReading(XmlCursor cursor, StatementLimits limits, FindingLog findings) {
        this.cursor = cursor;
        this.limits = limits;
        this.findings = findings;
    }

    /** A text that tells one thing from another: never cut. */
    String reference() throws IOException, FileRefusedException {
        long line = cursor.line();
        String field = cursor.name();
        String text = cursor.text(limits.maxReferenceLength());
        if (cursor.wasCut()) {
            quarantine(
                    FindingCode.REFERENCE_TOO_LONG,
                    line,
                    field,
                    "It has more than " + limits.maxReferenceLength() + " characters.");
        }
        return text;
    }

    /** A text for people: cut if it is too long. */
    String text() throws IOException, FileRefusedException {
        long line = cursor.line();
        String field = cursor.name();
        String text = cursor.text(limits.maxTextLength());
        if (cursor.wasCut()) {
            findings.report(
                    FindingCode.TEXT_CUT,
                    line,
                    field,
                    "It was cut after " + limits.maxTextLength() + " characters.");
        }
        return text;
    }

    /** {@code Dt} or {@code DtTm} in the present element. */
    Optional<LocalDate> date() throws IOException, FileRefusedException {
        long line = cursor.line();
        String field = cursor.name();
        Optional<LocalDate> date = CamtFields.date(cursor);
        if (date.isEmpty()) {
            warn(FindingCode.DATE_INVALID, line, field, "This is not a date.");
        }
        return date;
    }

    void warn(FindingCode code, long line, String field, String detail) {
        findings.report(code, line, field, detail);
    }

    /** The entry cannot be used; the first reason counts. */
    void quarantine(FindingCode code, long line, String field, String detail) {
        if (flaw == null) {
            flaw = new Finding(code, line, field, detail);
        }
    }

    Optional<Finding> flaw() {
        return Optional.ofNullable(flaw);
    }
}
