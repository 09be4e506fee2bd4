package io.clearhold.gateway.webhook;

/** What came of one attempt. */
sealed interface Attempt {
    /** Until the answer's head was there, or it was clear that none would come. */
    long durationMs();

    /** There was an answer; a redirect is one like any other. */
    record Answered(int status, long durationMs) implements Attempt {}

    /** There was none; {@code why} is for the list of deliveries. */
    record Unanswered(String why, long durationMs) implements Attempt {}

    default boolean succeeded() {
        return this instanceof Answered(int status, long duration) && status >= 200 && status < 300;
    }

    /** Whether the endpoint says that it will never be there again. */
    default boolean saysGone() {
        return this instanceof Answered(int status, long duration) && status == 410;
    }
}
