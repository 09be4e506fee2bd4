package io.clearhold.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * A figure of one measurement over a figure of another. Ratios hold across machines where the
 * figures themselves do not.
 *
 * @param goal null where none has been set
 */
public record Ratio(
        String name, Term numerator, Term denominator, @Nullable Goal goal, String meaning) {
    /** A figure of a measurement. */
    public record Term(String measurement, String figure) {}

    /** Which side of the goal is good. */
    public enum Direction {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }
    }

    /** What a ratio should come to. */
    public record Goal(Direction direction, double value) {
        public boolean isMetBy(double ratio) {
            return switch (direction) {
                case AT_LEAST -> ratio >= value;
                case AT_MOST -> ratio <= value;
            };
        }

        @Override
        public String toString() {
            return direction.sign + " " + value;
        }
    }

    boolean uses(String measurement) {
        return numerator.measurement.equals(measurement)
                || denominator.measurement.equals(measurement);
    }
}
