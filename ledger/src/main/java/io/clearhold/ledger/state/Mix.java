package io.clearhold.ledger.state;

/** Mixing of 64-bit words for hash tables and for the state hash. Not cryptographic. */
final class Mix {
    static final long FIRST = 0x9E3779B97F4A7C15L;
    static final long SECOND = 0xD6E8FEB86659FD93L;

    private Mix() {}

    /** SplitMix64's finalizer. */
    static long mix(long value) {
        long z = value + FIRST;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long mix(long a, long b) {
        return mix(a ^ (mix(b) * SECOND));
    }

    /** Both halves of the product of 128 bits, folded: cheap, and each bit reaches all others. */
    static long fold(long a, long b) {
        return (a * b) ^ Math.multiplyHigh(a, b);
    }
}
