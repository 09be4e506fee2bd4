package io.clearhold.bench.load;

/** A connection broke while it was loaded. */
public final class LoadFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
