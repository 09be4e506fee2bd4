package io.clearhold.gateway.json;

/**
 * Crockford's base32 in lower case, as ids have it, over numbers and bytes. Reads only what it
 * writes itself: one text has one meaning.
 */
public final class Base32 {
    /** Characters of a 64-bit number. */
    public static final int LONG_LENGTH = 13;

    private static final byte[] ALPHABET = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h',
        'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z'
    };

    private Base32() {}

    /** Writes the 13 characters of a number. */
    public static void put(long value, byte[] target, int offset) {
        for (int i = 0; i < LONG_LENGTH; i++) {
            target[offset + i] = ALPHABET[(int) (value >>> (60 - 5 * i)) & 31];
        }
    }

    /** Writes {@code count} bytes, a multiple of five, as eight characters for each five. */
    public static void put(byte[] source, int count, byte[] target, int offset) {
        int out = offset;
        for (int i = 0; i < count; i += 5) {
            long group = 0;
            for (int k = 0; k < 5; k++) {
                group = (group << 8) | (source[i + k] & 0xff);
            }
            for (int k = 35; k >= 0; k -= 5) {
                target[out++] = ALPHABET[(int) (group >>> k) & 31];
            }
        }
    }
}
