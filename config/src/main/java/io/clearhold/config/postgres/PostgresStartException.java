package io.clearhold.config.postgres;

/** The server of our own cannot run; the message is one sentence for the operator. */
public final class PostgresStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresStartException(String message) {
        super(message);
    }

    PostgresStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
