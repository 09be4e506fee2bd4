package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.statement.StatementReader;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads camt.053, versions 02 to 12; see {@link StatementReader}. */
public final class CamtStatementReader implements StatementReader {
    private final StatementLimits limits;

    public CamtStatementReader(StatementLimits limits) {
        this.limits = limits;
    }

    @Override
    public ReadOutcome read(Path file, StatementHandler handler) throws IOException {
        if (Files.size(file) > limits.maxFileBytes()) {
            return new ReadOutcome.Refused(
                    new Finding(
                            FindingCode.FILE_TOO_LARGE,
                            0,
                            "",
                            "The file is larger than " + limits.maxFileBytes() + " bytes."));
        }
        try (XmlCursor cursor = XmlCursor.open(file, limits.maxDepth())) {
            return new ReadOutcome.Read(new FileReading(cursor, limits, handler).read());
        } catch (FileRefusedException e) {
            return new ReadOutcome.Refused(e.why());
        }
    }
}
