package io.clearhold.bench.measure;

/** What was measured did not do what it should, so its speed means nothing. */
public final class InvalidMeasurementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidMeasurementException(String message) {
        super(message);
    }
}
