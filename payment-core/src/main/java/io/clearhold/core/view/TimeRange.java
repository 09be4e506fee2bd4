package io.clearhold.core.view;

/**
 * A range of logged time.
 *
 * @param fromMs included
 * @param toMs excluded; 0 for no bound, as in {@code fromMs}
 */
public record TimeRange(long fromMs, long toMs) {
    public static final TimeRange ALL = new TimeRange(0, 0);
}
