package io.clearhold.gateway.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. The
 * JSON parser checks continuation bytes only, so bodies are checked here first.
 */
public final class Utf8 {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /**
     * Whether the bytes are UTF-8 and none is 0. A zero byte is never part of JSON, but would make
     * a parser guess UTF-16 or UTF-32.
     */
    public static boolean isText(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            if (i + Long.BYTES <= length) {
                long word = (long) LONGS.get(bytes, i);
                if ((word & HIGH_BITS) == 0 && !hasZero(word)) {
                    i += Long.BYTES;
                    continue;
                }
            }
            int width = width(bytes, i, length);
            if (width == 0) {
                return false;
            }
            i += width;
        }
        return true;
    }

    private static boolean hasZero(long word) {
        return ((word - 0x0101010101010101L) & ~word & HIGH_BITS) != 0;
    }

    /** The bytes of the character at {@code i}, or 0 if it is none. */
    private static int width(byte[] bytes, int i, int length) {
        int first = bytes[i] & 0xff;
        if (first < 0x80) {
            return first == 0 ? 0 : 1;
        }
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        int width = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (i + width > length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xff;
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int k = 2; k < width; k++) {
            if ((bytes[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return width;
    }
}
