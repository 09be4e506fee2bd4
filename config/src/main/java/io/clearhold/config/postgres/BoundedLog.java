package io.clearhold.config.postgres;

import io.clearhold.config.log.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the lines that a process writes, into a file that is put aside once it is full; one older
 * file is kept. Remembers the last line that told of an error.
 */
final class BoundedLog {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedLog.class);

    private final Path file;
    private final long limitBytes;
    private volatile String lastError = "";

    BoundedLog(Path file, long limitBytes) {
        this.file = file;
        this.limitBytes = limitBytes;
    }

    /** Reads until the process closes its end, on a thread of its own. */
    void follow(InputStream lines) {
        lastError = "";
        Thread.ofPlatform().daemon().name("clearhold-postgres-log").start(() -> copy(lines));
    }

    /** What the server said last of an error, without its time; empty if nothing. */
    String lastError() {
        return lastError;
    }

    private void copy(InputStream lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                line = copyFile(reader, line);
            }
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", file, e.getMessage());
            drain(lines);
        }
    }

    /** Fills one file; returns the first line of the next, or null at the end. */
    private @org.jspecify.annotations.Nullable String copyFile(BufferedReader reader, String first)
            throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size >= limitBytes) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        try (Writer writer =
                Files.newBufferedWriter(
                        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line = first;
            while (line != null && size < limitBytes) {
                // An error may quote the value that it does not like.
                line = Redaction.mask(line);
                remember(line);
                writer.write(line);
                writer.write('\n');
                writer.flush();
                size += line.length() + 1L;
                line = reader.readLine();
            }
            return line;
        }
    }

    private void remember(String line) {
        for (String level : new String[] {"FATAL:", "PANIC:", "ERROR:"}) {
            int at = line.indexOf(level);
            if (at >= 0) {
                lastError = line.substring(at + level.length()).strip();
            }
        }
    }

    /** The process must not wait for a reader, whatever becomes of the log. */
    private static void drain(InputStream lines) {
        try {
            lines.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("the log ended", e);
        }
    }
}
