package io.clearhold.bank.camt;

import io.clearhold.bank.format.StatementFiles;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.support.Readings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads documents that a test wrote, through the same door as an import. */
final class CamtReading {
    private final Path file;
    private final StatementFiles files;

    CamtReading(Path folder, StatementLimits limits) {
        file = folder.resolve("statement.xml");
        files = new StatementFiles(limits);
    }

    CamtReading(Path folder) {
        this(folder, StatementLimits.DEFAULT);
    }

    ReadOutcome read(byte[] content, Readings readings) {
        try {
            Files.write(file, content);
            return files.read(file, Optional.empty(), readings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told of a document that is read to its end. */
    Readings read(String document) {
        return read(document, StandardCharsets.UTF_8);
    }

    Readings read(String document, Charset charset) {
        Readings readings = new Readings();
        ReadOutcome outcome = read(document.getBytes(charset), readings);
        if (outcome instanceof ReadOutcome.Refused refused) {
            throw new AssertionError("refused: " + refused.why());
        }
        return readings;
    }

    /** Why a document is refused. */
    Finding refused(String document) {
        return refused(document.getBytes(StandardCharsets.UTF_8));
    }

    Finding refused(byte[] content) {
        ReadOutcome outcome = read(content, new Readings());
        if (outcome instanceof ReadOutcome.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
