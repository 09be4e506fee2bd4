package io.clearhold.gateway.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An index of the members of a compact JSON object without its braces, as text travels through the
 * journal. It trusts the text: the gateway wrote it. Confined to one thread.
 */
public final class TextMembers {
    private static final int INITIAL = 16;

    private byte[] array = new byte[0];
    private int count;
    private int[] nameOffsets = new int[INITIAL];
    private int[] nameLengths = new int[INITIAL];
    private int[] valueOffsets = new int[INITIAL];
    private int[] valueLengths = new int[INITIAL];

    /** Indexes the members in {@code length} bytes, which must stay as they are. */
    public TextMembers wrap(byte[] text, int offset, int length) {
        array = text;
        count = 0;
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (count == nameOffsets.length) {
                grow();
            }
            int nameEnd = endOfValue(at, end);
            int valueEnd = endOfValue(nameEnd + 1, end);
            nameOffsets[count] = at + 1;
            nameLengths[count] = nameEnd - at - 2;
            valueOffsets[count] = nameEnd + 1;
            valueLengths[count] = valueEnd - nameEnd - 1;
            count++;
            at = valueEnd + 1;
        }
        return this;
    }

    /** Indexes nothing. */
    public TextMembers clear() {
        count = 0;
        return this;
    }

    public int count() {
        return count;
    }

    /** The place of a member, or -1. */
    public int find(JsonName name) {
        int length = name.bytes.length - 3;
        for (int i = 0; i < count; i++) {
            boolean same =
                    nameLengths[i] == length
                            && Arrays.equals(
                                    array,
                                    nameOffsets[i],
                                    nameOffsets[i] + length,
                                    name.bytes,
                                    1,
                                    1 + length);
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /** The bytes that offsets refer to. */
    public byte[] array() {
        return array;
    }

    public int valueOffset(int member) {
        return valueOffsets[member];
    }

    public int valueLength(int member) {
        return valueLengths[member];
    }

    /** The name as it stands between its quotes, escapes included. */
    public String rawName(int member) {
        return new String(
                array,
                nameOffsets[member],
                nameLengths[member],
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The value as it stands. */
    public String rawValue(int member) {
        return new String(
                array,
                valueOffsets[member],
                valueLengths[member],
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The members of an object value, or null if there is no such object. */
    public @Nullable TextMembers object(JsonName name, TextMembers into) {
        int member = find(name);
        if (member < 0 || array[valueOffsets[member]] != '{') {
            return null;
        }
        return into.wrap(array, valueOffsets[member] + 1, valueLengths[member] - 2);
    }

    /** Appends the member with its name, or with null if it is missing. */
    public void copyOrNull(JsonName name, JsonWriter out) {
        int member = find(name);
        if (member < 0) {
            out.memberNull(name);
        } else {
            out.name(name).raw(array, valueOffsets[member], valueLengths[member]);
        }
    }

    /** The index after the value that begins at {@code at}. */
    private int endOfValue(int at, int end) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < end; i++) {
            byte b = array[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            } else if (b == ',' && depth == 0) {
                return i;
            }
        }
        return end;
    }

    private void grow() {
        int larger = nameOffsets.length * 2;
        nameOffsets = Arrays.copyOf(nameOffsets, larger);
        nameLengths = Arrays.copyOf(nameLengths, larger);
        valueOffsets = Arrays.copyOf(valueOffsets, larger);
        valueLengths = Arrays.copyOf(valueLengths, larger);
    }
}
