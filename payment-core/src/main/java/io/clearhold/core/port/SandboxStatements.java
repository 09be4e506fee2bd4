package io.clearhold.core.port;

import java.time.LocalDate;
import java.util.Optional;

/** The sandbox bank's own statements of our account, as a bank would deliver them. */
public interface SandboxStatements {
    /** What came of asking. */
    sealed interface Outcome {
        /** A camt.053 document in UTF-8. */
        final class Document implements Outcome {
            private final byte[] xml;

            /** Takes the bytes over: nobody may change them any more. */
            public Document(byte[] xml) {
                this.xml = xml;
            }

            public byte[] xml() {
                return xml;
            }
        }

        /**
         * The bank has none for what was asked.
         *
         * @param detail one sentence, fit for who asked
         */
        record Refused(String detail) implements Outcome {}

        /** The bank does not answer. */
        record Away() implements Outcome {}

        /** There is no sandbox bank. */
        record NoSandbox() implements Outcome {}
    }

    /**
     * Asks the bank; blocks for a bounded time.
     *
     * @param date a day of UTC, empty for every day from the first one to the current one
     */
    Outcome fetch(Optional<LocalDate> date) throws InterruptedException;
}
