package io.clearhold.config;

/**
 * A command that cannot do what was asked, for a reason that the user can act on: the message is
 * one sentence, shown without a stack trace.
 */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        super(message);
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
