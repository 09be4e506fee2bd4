package io.clearhold.gateway.json;

/** A view on characters that a parser owns, valid until its next token. */
public final class CharSpan implements CharSequence {
    private char[] array = new char[0];
    private int offset;
    private int length;

    CharSpan wrap(char[] characters, int start, int count) {
        this.array = characters;
        this.offset = start;
        this.length = count;
        return this;
    }

    char[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return array[offset + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(array, offset + start, end - start);
    }

    @Override
    public String toString() {
        return new String(array, offset, length);
    }
}
