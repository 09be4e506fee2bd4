package io.clearhold.bank.format;

import io.clearhold.bank.camt.CamtMessage;
import io.clearhold.bank.camt.CamtStatementReader;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementFormat;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.statement.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Statement files of every format: tells by its content what a file is, and reads it. Safe for many
 * threads.
 */
public final class StatementFiles {
    /** What a file is. */
    public sealed interface Recognition {
        record Recognised(StatementFormat format) implements Recognition {}

        record Refused(Finding why) implements Recognition {}
    }

    /** Bytes at the beginning that tell XML from everything else. */
    private static final int PEEK_BYTES = 256;

    private final StatementLimits limits;
    private final StatementReader camt053;

    public StatementFiles(StatementLimits limits) {
        this.limits = limits;
        camt053 = new CamtStatementReader(limits);
    }

    /**
     * Looks at the beginning of a file only: what is recognised may still be refused when it is
     * read.
     */
    public Recognition recognise(Path file) throws IOException {
        try {
            return new Recognition.Recognised(recognised(file));
        } catch (FileRefusedException e) {
            return new Recognition.Refused(e.why());
        }
    }

    /**
     * Recognises and reads a file.
     *
     * @param asked what the file was said to be, if anything; another one is refused
     */
    public ReadOutcome read(Path file, Optional<StatementFormat> asked, StatementHandler handler)
            throws IOException {
        StatementFormat format;
        try {
            format = recognised(file);
        } catch (FileRefusedException e) {
            return new ReadOutcome.Refused(e.why());
        }
        if (asked.isPresent() && asked.get() != format) {
            return refused(
                    FindingCode.FORMAT_MISMATCH,
                    "The file is " + format.label() + ", not " + asked.get().label() + ".");
        }
        return switch (format) {
            case CAMT_053 -> camt053.read(file, handler);
            case CAMT_052, CAMT_054 ->
                    refused(
                            FindingCode.FORMAT_INFORMATIONAL,
                            format.label()
                                    + " informs only: booked end-of-day statements post, such as "
                                    + StatementFormat.CAMT_053.label()
                                    + ".");
        };
    }

    private static ReadOutcome refused(FindingCode code, String detail) {
        return new ReadOutcome.Refused(new Finding(code, 1, "", detail));
    }

    private StatementFormat recognised(Path file) throws IOException, FileRefusedException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new FileRefusedException(FindingCode.EMPTY_FILE, 0, "", "The file is empty.");
        }
        if (bytes > limits.maxFileBytes()) {
            throw new FileRefusedException(
                    FindingCode.FILE_TOO_LARGE,
                    0,
                    "",
                    "The file is larger than " + limits.maxFileBytes() + " bytes.");
        }
        if (!looksLikeXml(file)) {
            throw unknown("It is not XML, and no other format is read yet.");
        }
        return CamtMessage.of(file, limits.maxDepth())
                .map(CamtMessage::format)
                .orElseThrow(() -> unknown("It is XML, but no statement of ISO 20022."));
    }

    private static FileRefusedException unknown(String why) {
        return new FileRefusedException(
                FindingCode.FORMAT_UNKNOWN, 1, "", "The format is not known: " + why);
    }

    /**
     * Whether the first character is an opening bracket, after a byte order mark and white space in
     * whatever encoding of Unicode.
     */
    private static boolean looksLikeXml(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(PEEK_BYTES);
        }
        for (byte b : start) {
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            boolean wideMark = b == (byte) 0xFE || b == (byte) 0xFF;
            boolean space = b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n';
            if (!mark && !wideMark && !space) {
                return b == '<';
            }
        }
        return false;
    }
}
