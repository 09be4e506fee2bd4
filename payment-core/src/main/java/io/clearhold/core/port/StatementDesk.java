package io.clearhold.core.port;

import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;

/** Takes bank statements into the ledger. */
public interface StatementDesk {
    /** What came of a file. */
    sealed interface Outcome {
        /**
         * All its lines are in.
         *
         * @param sequence of the frame that completed it, 0 if it left none
         * @param result the statement as the ledger shows it, an SBE message with its header
         */
        record Imported(long sequence, DirectBuffer result) implements Outcome {}

        /**
         * The file cannot be used, and nothing of it is in.
         *
         * @param code stable name of the reason
         * @param line of the file, 0 where none can be named
         * @param field the format's own name of it, empty where none can be named
         * @param detail one sentence
         */
        record Refused(String code, long line, String field, String detail) implements Outcome {}

        /** No such channel, or the ledger refused it: the number of a result code. */
        record NotTaken(int resultCode) implements Outcome {}

        /** It may be in, wholly or in part; the same file again completes it. */
        record Unknown() implements Outcome {}

        /** The ledger or the disk is not there; nothing happened. */
        record Unavailable() implements Outcome {}
    }

    /**
     * Imports a file; blocks while it does. The same file again, at any time, comes to the same
     * statement.
     *
     * @param file is taken over: it is moved away from where it is
     * @param format the standard's name, empty if the content is to tell
     * @param origin of the one command that completes the import: who asks, under which key
     * @param contentHigh with {@code contentLow}, a hash of the file's bytes
     */
    Outcome take(
            Path file,
            String channel,
            Optional<String> format,
            DirectBuffer origin,
            long contentHigh,
            long contentLow)
            throws InterruptedException;
}
