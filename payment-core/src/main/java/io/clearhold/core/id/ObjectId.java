package io.clearhold.core.id;

import org.agrona.MutableDirectBuffer;

/**
 * The 64 bits of an object's id: shard (8 bits), epoch (4 bits), sequence of the frame that created
 * it (40 bits), ordinal within that frame (12 bits). The epoch says how often the ledger was
 * restored from a backup before, so that ids of a time that was lost are not given again. Outside
 * it is a prefix and 13 characters of Crockford's base32, so that replay gives the same ids and an
 * id tells its shard.
 */
public final class ObjectId {
    /** No object. */
    public static final long NONE = 0;

    /** Base32 characters after the prefix. */
    public static final int TEXT_LENGTH = 13;

    public static final int MAX_SHARD = (1 << 8) - 1;
    public static final int MAX_EPOCH = (1 << 4) - 1;

    /** A thousand frames a second for 34 years. */
    public static final long MAX_SEQUENCE = (1L << 40) - 1;

    public static final int MAX_ORDINAL = (1 << 12) - 1;

    private static final byte[] ALPHABET = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h',
        'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z'
    };
    private static final byte[] VALUES = values();

    private ObjectId() {}

    /** Of the first epoch. */
    public static long of(int shard, long sequence, int ordinal) {
        return of(shard, 0, sequence, ordinal);
    }

    public static long of(int shard, int epoch, long sequence, int ordinal) {
        if ((shard & ~MAX_SHARD) != 0
                || (epoch & ~MAX_EPOCH) != 0
                || (sequence & ~MAX_SEQUENCE) != 0
                || (ordinal & ~MAX_ORDINAL) != 0) {
            throw new IllegalArgumentException(
                    "id out of range: shard "
                            + shard
                            + ", epoch "
                            + epoch
                            + ", sequence "
                            + sequence
                            + ", ordinal "
                            + ordinal);
        }
        return ((long) shard << 56) | ((long) epoch << 52) | (sequence << 12) | ordinal;
    }

    public static long sequence(long id) {
        return (id >>> 12) & MAX_SEQUENCE;
    }

    public static int shard(long id) {
        return (int) (id >>> 56);
    }

    public static int epoch(long id) {
        return (int) (id >>> 52) & MAX_EPOCH;
    }

    public static int ordinal(long id) {
        return (int) id & MAX_ORDINAL;
    }

    public static String toText(IdKind kind, long id) {
        byte[] text = new byte[TEXT_LENGTH];
        for (int i = 0; i < TEXT_LENGTH; i++) {
            text[i] = character(id, i);
        }
        return kind.prefix() + new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Writes prefix and characters at {@code offset}; returns the bytes written. */
    public static int putText(IdKind kind, long id, MutableDirectBuffer buffer, int offset) {
        int prefix = buffer.putStringWithoutLengthAscii(offset, kind.prefix());
        for (int i = 0; i < TEXT_LENGTH; i++) {
            buffer.putByte(offset + prefix + i, character(id, i));
        }
        return prefix + TEXT_LENGTH;
    }

    /** The id that {@code text} names, or {@link #NONE} if it is not an id of this kind. */
    public static long parse(IdKind kind, CharSequence text) {
        String prefix = kind.prefix();
        if (text.length() != prefix.length() + TEXT_LENGTH) {
            return NONE;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(i) != prefix.charAt(i)) {
                return NONE;
            }
        }
        long id = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            char c = text.charAt(prefix.length() + i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0 || (i == 0 && value > 15)) {
                return NONE;
            }
            id = (id << 5) | value;
        }
        return id;
    }

    private static byte character(long id, int position) {
        return ALPHABET[(int) (id >>> (60 - 5 * position)) & 31];
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            values[ALPHABET[i]] = (byte) i;
        }
        return values;
    }
}
