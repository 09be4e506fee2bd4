package io.clearhold.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.openhft.chronicle.core.Jvm;
import org.jspecify.annotations.Nullable;

/**
 * What Chronicle Queue only writes to its log: it goes on after a failed {@code msync} as if what
 * was to be synced were on the disk. Here the first such error ends the writer. Confined to its
 * thread.
 */
final class ChronicleErrors {
    private @Nullable String first;
    private @Nullable Throwable cause;

    /** From here on errors that Chronicle meets on this thread come here. */
    void listen() {
        // Whatever is thrown out of a handler is swallowed, so it is kept and thrown later.
        Jvm.setThreadLocalExceptionHandlers(
                (logger, message, thrown) -> {
                    if (first == null) {
                        first = String.valueOf(message);
                        cause = thrown;
                    }
                },
                null,
                null);
    }

    /** Throws if there was one. */
    void check() {
        if (first != null) {
            throw new UncheckedIOException(new IOException(first, cause));
        }
    }
}
