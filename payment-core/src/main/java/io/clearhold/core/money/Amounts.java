package io.clearhold.core.money;

/**
 * Exact arithmetic on minor units. Nothing here rounds except where it says so, and nothing
 * overflows silently.
 */
public final class Amounts {
    /** Ten thousand basis points are the whole. */
    public static final int BPS_WHOLE = 10_000;

    private Amounts() {}

    /** Whether {@code a + b} of two amounts that are not negative exceeds a long. */
    public static boolean additionOverflows(long a, long b) {
        return a > Long.MAX_VALUE - b;
    }

    /**
     * ⌊a·b/c⌋ with a 128-bit product.
     *
     * @param a 0 to c
     * @param b 0 or more
     * @param c 1 or more
     */
    public static long multiplyDivide(long a, long b, long c) {
        if (a < 0 || b < 0 || c <= 0 || a > c) {
            throw new IllegalArgumentException("multiplyDivide(" + a + ", " + b + ", " + c + ")");
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == 0 && low >= 0 ? low / c : divide(high, low, c);
    }

    /** Long division of 128 by 63 bits; the quotient fits because a ≤ c. */
    private static long divide(long high, long low, long divisor) {
        long remainder = 0;
        long quotient = 0;
        for (int bit = 127; bit >= 0; bit--) {
            long next = bit >= 64 ? (high >>> (bit - 64)) & 1 : (low >>> bit) & 1;
            remainder = (remainder << 1) | next;
            quotient <<= 1;
            if (Long.compareUnsigned(remainder, divisor) >= 0) {
                remainder -= divisor;
                quotient |= 1;
            }
        }
        return quotient;
    }
}
