package io.clearhold.bench.load;

import java.nio.ByteBuffer;

/** Says whether an answer is the one that is expected. */
@FunctionalInterface
public interface AnswerCheck {
    /**
     * Judges one answer, on the generator's thread: it must cost next to nothing.
     *
     * @param bytes its body stands from {@code from} to {@code to}
     */
    boolean isExpected(int status, ByteBuffer bytes, int from, int to);

    /** Any answer with this status. */
    static AnswerCheck ofStatus(int expected) {
        return (status, bytes, from, to) -> status == expected;
    }
}
