package io.clearhold.ledger.machine;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.clearhold.core.codec.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * What a message of one template must look like before anybody decides on it: its length, the codes
 * and numbers in its fields, its one group and its text. Built once; then never changed.
 */
final class MessageForm {
    private static final int GROUP_HEADER = 4;

    private final List<Block> groups = new ArrayList<>();

    private final Block root;
    private boolean hasText;

    MessageForm(int blockLength) {
        root = new Block(blockLength, 1);
    }

    /** The fields of a message or of one entry of a group; bounds are inclusive. */
    static final class Block {
        private final int length;

        /** How many entries a group has at least. */
        private final int atLeast;

        private int count;
        private int[] offsets = new int[0];
        private int[] widths = new int[0];
        private long[] lowest = new long[0];
        private long[] highest = new long[0];
        private long[] codes = new long[0];

        private Block(int length, int atLeast) {
            this.length = length;
            this.atLeast = atLeast;
        }

        private void add(int offset, int width, long least, long most, long allowedCodes) {
            offsets = java.util.Arrays.copyOf(offsets, count + 1);
            widths = java.util.Arrays.copyOf(widths, count + 1);
            lowest = java.util.Arrays.copyOf(lowest, count + 1);
            highest = java.util.Arrays.copyOf(highest, count + 1);
            codes = java.util.Arrays.copyOf(codes, count + 1);
            offsets[count] = offset;
            widths[count] = width;
            lowest[count] = least;
            highest[count] = most;
            codes[count] = allowedCodes;
            count++;
        }

        /** One of the codes whose bit is set. */
        Block code(int offset, long allowedCodes) {
            add(offset, Byte.BYTES, 0, Long.SIZE - 1, allowedCodes);
            return this;
        }

        /** A byte that is 0 or 1. */
        Block flag(int offset) {
            return code(offset, 0b11);
        }

        Block byteIn(int offset, long least, long most) {
            add(offset, Byte.BYTES, least, most, -1);
            return this;
        }

        Block shortIn(int offset, long least, long most) {
            add(offset, Short.BYTES, least, most, -1);
            return this;
        }

        Block intIn(int offset, long least, long most) {
            add(offset, Integer.BYTES, least, most, -1);
            return this;
        }

        Block longIn(int offset, long least, long most) {
            add(offset, Long.BYTES, least, most, -1);
            return this;
        }

        /** Whether every field holds what it may. */
        private boolean holds(DirectBuffer buffer, int at) {
            for (int i = 0; i < count; i++) {
                long value = read(buffer, at + offsets[i], widths[i]);
                boolean in = value >= lowest[i] && value <= highest[i];
                if (!in || (codes[i] != -1 && (codes[i] >>> value & 1) == 0)) {
                    return false;
                }
            }
            return true;
        }

        private static long read(DirectBuffer buffer, int at, int width) {
            return switch (width) {
                case Byte.BYTES -> buffer.getByte(at) & 0xff;
                case Short.BYTES -> buffer.getShort(at, LITTLE_ENDIAN) & 0xffff;
                case Integer.BYTES -> buffer.getInt(at, LITTLE_ENDIAN);
                default -> buffer.getLong(at, LITTLE_ENDIAN);
            };
        }
    }

    Block root() {
        return root;
    }

    Block group(int blockLength) {
        return group(blockLength, 0);
    }

    Block group(int blockLength, int atLeast) {
        Block block = new Block(blockLength, atLeast);
        groups.add(block);
        return block;
    }

    MessageForm withText() {
        hasText = true;
        return this;
    }

    /** Whether a message with this header has this form, and ends within its length. */
    boolean fits(MessageHeaderDecoder header, DirectBuffer buffer, int at, int length) {
        if (header.blockLength() < root.length) {
            return false;
        }
        int next = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        if (next > length || !root.holds(buffer, at + MessageHeaderDecoder.ENCODED_LENGTH)) {
            return false;
        }
        for (int i = 0; i < groups.size(); i++) {
            next = endOfGroup(groups.get(i), buffer, at, next, length);
            if (next < 0) {
                return false;
            }
        }
        return !hasText || textFits(buffer, at, next, length);
    }

    /** Where the group ends, or -1 if it is not right. */
    private static int endOfGroup(Block group, DirectBuffer buffer, int at, int from, int length) {
        if (length - from < GROUP_HEADER) {
            return -1;
        }
        int blockLength = buffer.getShort(at + from, LITTLE_ENDIAN) & 0xffff;
        int count = buffer.getShort(at + from + Short.BYTES, LITTLE_ENDIAN) & 0xffff;
        int first = from + GROUP_HEADER;
        boolean whole =
                blockLength >= group.length
                        && count >= group.atLeast
                        && (long) blockLength * count <= length - first;
        if (!whole) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            if (!group.holds(buffer, at + first + i * blockLength)) {
                return -1;
            }
        }
        return first + blockLength * count;
    }

    private static boolean textFits(DirectBuffer buffer, int at, int from, int length) {
        if (length - from < Integer.BYTES) {
            return false;
        }
        int textLength = buffer.getInt(at + from, LITTLE_ENDIAN);
        return textLength >= 0 && textLength <= length - from - Integer.BYTES;
    }
}
