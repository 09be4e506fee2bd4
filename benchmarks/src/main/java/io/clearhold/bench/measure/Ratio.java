package io.clearhold.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * A figure of one measurement over a figure of another. Ratios hold across machines where the
 * figures themselves do not.
 *
 * @param denominator null where the figure means something by itself, such as bytes per payment
 * @param goal null where none has been set
 */
public record Ratio(
        String name,
        Term numerator,
        @Nullable Term denominator,
        @Nullable Goal goal,
        String meaning) {
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

    /**
     * What a ratio should come to.
     *
     * @param stretch what would be better still; the same as the value where nothing is asked for
     */
    public record Goal(Direction direction, double value, double stretch) {
        /** A goal without more behind it. */
        public Goal(Direction direction, double value) {
            this(direction, value, value);
        }

        public boolean isMetBy(double ratio) {
            return isReached(ratio, value);
        }

        /** Whether it is met, and the stretch too. */
        public boolean isStretchedBy(double ratio) {
            return isMetBy(ratio) && isReached(ratio, stretch);
        }

        private boolean isReached(double ratio, double wanted) {
            return switch (direction) {
                case AT_LEAST -> ratio >= wanted;
                case AT_MOST -> ratio <= wanted;
            };
        }

        /** A value as it stands in a table. */
        String text(double wanted) {
            return direction.sign + " " + wanted;
        }

        @Override
        public String toString() {
            return text(value);
        }
    }

    /** A figure that stands for itself. */
    public static Ratio figure(String name, Term term, @Nullable Goal goal, String meaning) {
        return new Ratio(name, term, null, goal, meaning);
    }

    boolean uses(String measurement) {
        return numerator.measurement.equals(measurement)
                || (denominator != null && denominator.measurement.equals(measurement));
    }
}
