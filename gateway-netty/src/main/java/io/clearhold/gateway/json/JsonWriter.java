package io.clearhold.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.util.Arrays;

/**
 * Appends compact JSON to a byte array that grows and is kept. It puts commas by looking at the
 * last byte, so it has no state beside the bytes. A plain array rather than a network buffer: the
 * length must be known before the head of the answer is written, and the one copy that follows
 * costs less than a checked write per byte. Confined to one thread at a time.
 */
public final class JsonWriter {
    /** An array larger than this is given back after use. */
    private static final int KEPT = 64 * 1024;

    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final byte[] TRUE = "true".getBytes(UTF_8);
    private static final byte[] FALSE = "false".getBytes(UTF_8);
    private static final byte[] MIN_LONG = Long.toString(Long.MIN_VALUE).getBytes(UTF_8);

    private final int initial;
    private byte[] array;
    private int length;

    public JsonWriter(int initialBytes) {
        this.initial = initialBytes;
        this.array = new byte[initialBytes];
    }

    /** Forgets what was written. */
    public JsonWriter reset() {
        length = 0;
        if (array.length > KEPT) {
            array = new byte[initial];
        }
        return this;
    }

    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(array, length);
    }

    @Override
    public String toString() {
        return new String(array, 0, length, UTF_8);
    }

    public JsonWriter beginObject() {
        comma();
        return put((byte) '{');
    }

    public JsonWriter endObject() {
        return put((byte) '}');
    }

    public JsonWriter beginArray() {
        comma();
        return put((byte) '[');
    }

    public JsonWriter endArray() {
        return put((byte) ']');
    }

    public JsonWriter name(JsonName name) {
        comma();
        return put(name.bytes, 0, name.bytes.length);
    }

    /** A name that is not known beforehand, such as a key of metadata. */
    public JsonWriter name(CharSequence name) {
        string(name);
        return put((byte) ':');
    }

    public JsonWriter member(JsonName name, long value) {
        return name(name).number(value);
    }

    public JsonWriter member(JsonName name, boolean value) {
        return name(name).bool(value);
    }

    public JsonWriter member(JsonName name, CharSequence value) {
        return name(name).string(value);
    }

    public JsonWriter member(JsonName name, IdKind kind, long id) {
        return name(name).id(kind, id);
    }

    public JsonWriter memberNull(JsonName name) {
        return name(name).nullValue();
    }

    /** A time, or null for 0. */
    public JsonWriter memberTime(JsonName name, long epochMs) {
        return name(name).time(epochMs);
    }

    public JsonWriter nullValue() {
        comma();
        return put(NULL, 0, NULL.length);
    }

    public JsonWriter bool(boolean value) {
        comma();
        byte[] text = value ? TRUE : FALSE;
        return put(text, 0, text.length);
    }

    public JsonWriter number(long value) {
        comma();
        return digits(value);
    }

    /** A number in quotes, for a token that clients must not count with. */
    public JsonWriter quoted(long value) {
        comma();
        put((byte) '"');
        digits(value);
        return put((byte) '"');
    }

    /** Prefix and characters of an id, or null for none. */
    public JsonWriter id(IdKind kind, long id) {
        if (id == ObjectId.NONE) {
            return nullValue();
        }
        comma();
        put((byte) '"');
        idText(kind, id);
        return put((byte) '"');
    }

    /** An id inside a string that is being written byte by byte. */
    public JsonWriter idText(IdKind kind, long id) {
        ascii(kind.prefix());
        ensure(ObjectId.TEXT_LENGTH);
        Base32.put(id, array, length);
        length += Base32.LONG_LENGTH;
        return this;
    }

    /** A time, or null for 0. */
    public JsonWriter time(long epochMs) {
        if (epochMs == 0) {
            return nullValue();
        }
        comma();
        put((byte) '"');
        ensure(Rfc3339.LENGTH);
        Rfc3339.put(epochMs, array, length);
        length += Rfc3339.LENGTH;
        return put((byte) '"');
    }

    /** A string with what JSON wants escaped; unpaired surrogates must not come here. */
    public JsonWriter string(CharSequence text) {
        comma();
        put((byte) '"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                i++;
                codePoint(Character.toCodePoint(c, text.charAt(i)));
            } else {
                character(c);
            }
        }
        return put((byte) '"');
    }

    /** A complete value that is JSON already. */
    public JsonWriter raw(byte[] source, int offset, int count) {
        comma();
        return put(source, offset, count);
    }

    /** A member whose name, in quotes, and value are JSON already. */
    public JsonWriter rawMember(String quotedName, String value) {
        byte[] name = quotedName.getBytes(UTF_8);
        byte[] bytes = value.getBytes(UTF_8);
        raw(name, 0, name.length);
        put((byte) ':');
        return put(bytes, 0, bytes.length);
    }

    /** Opens a string that {@link #ascii}, {@link #idText} and {@link #digits} fill. */
    public JsonWriter beginString() {
        comma();
        return put((byte) '"');
    }

    public JsonWriter endString() {
        return put((byte) '"');
    }

    /** Characters that need no escape, inside a string. */
    public JsonWriter ascii(String text) {
        int count = text.length();
        ensure(count);
        for (int i = 0; i < count; i++) {
            array[length + i] = (byte) text.charAt(i);
        }
        length += count;
        return this;
    }

    /** Bytes as they are: no comma, no escape. */
    public JsonWriter put(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, array, length, count);
        length += count;
        return this;
    }

    /** Decimal digits as they are. */
    public JsonWriter digits(long value) {
        if (value == Long.MIN_VALUE) {
            return put(MIN_LONG, 0, MIN_LONG.length);
        }
        ensure(20);
        long rest = value;
        if (rest < 0) {
            array[length++] = '-';
            rest = -rest;
        }
        int end = length + digitCount(rest);
        length = end;
        do {
            long quotient = rest / 10;
            array[--end] = (byte) ('0' + (rest - quotient * 10));
            rest = quotient;
        } while (rest != 0);
        return this;
    }

    /** How many digits a number that is not negative has. */
    public static int digitCount(long value) {
        int count = 1;
        long limit = 10;
        while (count < 19 && value >= limit) {
            count++;
            limit *= 10;
        }
        return count;
    }

    /** Room for {@code count} bytes at {@link #length()}, for writers beside this one. */
    public byte[] reserve(int count) {
        ensure(count);
        return array;
    }

    /** Takes over {@code count} bytes that were written into {@link #reserve}. */
    public JsonWriter advance(int count) {
        length += count;
        return this;
    }

    private JsonWriter put(byte value) {
        ensure(1);
        array[length++] = value;
        return this;
    }

    /** A value or name follows another unless something has just been opened. */
    private void comma() {
        if (length == 0) {
            return;
        }
        byte last = array[length - 1];
        if (last != '{' && last != '[' && last != ':') {
            put((byte) ',');
        }
    }

    private void character(char c) {
        ensure(6);
        if (c >= 0x20 && c < 0x80) {
            if (c == '"' || c == '\\') {
                array[length++] = '\\';
            }
            array[length++] = (byte) c;
        } else if (c < 0x20) {
            control(c);
        } else if (c < 0x800) {
            array[length++] = (byte) (0xc0 | (c >> 6));
            array[length++] = (byte) (0x80 | (c & 0x3f));
        } else {
            array[length++] = (byte) (0xe0 | (c >> 12));
            array[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            array[length++] = (byte) (0x80 | (c & 0x3f));
        }
    }

    private void control(char c) {
        array[length++] = '\\';
        switch (c) {
            case '\n' -> array[length++] = 'n';
            case '\r' -> array[length++] = 'r';
            case '\t' -> array[length++] = 't';
            default -> {
                array[length++] = 'u';
                array[length++] = '0';
                array[length++] = '0';
                array[length++] = HEX[c >> 4];
                array[length++] = HEX[c & 15];
            }
        }
    }

    private void codePoint(int c) {
        ensure(4);
        array[length++] = (byte) (0xf0 | (c >> 18));
        array[length++] = (byte) (0x80 | ((c >> 12) & 0x3f));
        array[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        array[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void ensure(int count) {
        if (length + count > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + count));
        }
    }
}
