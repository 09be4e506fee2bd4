package io.clearhold.config.torture;

/** A promise was broken, or the campaign cannot go on; the message says which. */
public final class TortureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TortureException(String message) {
        super(message);
    }
}
