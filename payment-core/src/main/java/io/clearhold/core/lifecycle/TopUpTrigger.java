package io.clearhold.core.lifecycle;

/** What moves a top-up. */
public enum TopUpTrigger {
    /** The channel collected what was asked for. */
    COLLECT,
    /** The channel declined. */
    DECLINE,
    /** It came to nothing: never collected, closed, or in a wrong amount. */
    FAIL
}
