package io.clearhold.ledger.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When somebody last served, in a small file beside the journal: a ledger in which nothing happens
 * leaves no frame, and is not to be taken for one that was down. Never forced: without it, the last
 * frame is what is known.
 */
final class ClockMark {
    /** Between two times that it is written. */
    static final long INTERVAL_MS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClockMark.class);
    private static final String NAME = "clock.mark";

    /** The wall clock, and log time without the sandbox's offset; 0 where nothing is known. */
    record Seen(long wallMs, long plainMs) {
        static final Seen NEVER = new Seen(0, 0);
    }

    private final Path file;
    private long writtenAtMs;

    ClockMark(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** What the file says; never, if there is none or it cannot be understood. */
    Seen read() {
        try {
            if (!Files.exists(file)) {
                return Seen.NEVER;
            }
            List<String> words =
                    List.of(
                            Files.readString(file, StandardCharsets.US_ASCII)
                                    .trim()
                                    .split(" ", -1));
            if (words.size() == 2) {
                return new Seen(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)));
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read; the last frame says when somebody last served", file, e);
        }
        return Seen.NEVER;
    }

    /** Writes it, unless it was written a moment ago; a failure costs only its sharpness. */
    void write(LogTime time) {
        long nowMs = time.plainMs();
        if (writtenAtMs != 0 && nowMs - writtenAtMs < INTERVAL_MS) {
            return;
        }
        writtenAtMs = nowMs;
        Path next = file.resolveSibling(NAME + ".next");
        try {
            Files.writeString(next, time.wallMs() + " " + nowMs + "\n", StandardCharsets.US_ASCII);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("{} cannot be written", file, e);
        }
    }
}
