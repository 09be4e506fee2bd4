package io.clearhold.bank.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes of a file, and stops a parser that reads on and on without coming to anything:
 * what it has read by then it holds in memory.
 */
final class MeteredInput extends FilterInputStream {
    /** Thrown into the parser, which hands it on. */
    static final class OverdrawnException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final int allowance;
    private long total;
    private long limit;

    MeteredInput(InputStream in, int allowance) {
        super(in);
        this.allowance = allowance;
        limit = allowance;
    }

    long total() {
        return total;
    }

    /** The parser has come to something: the allowance begins anew. */
    void renew() {
        limit = total + allowance;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int bytes) throws OverdrawnException {
        total += bytes;
        if (total > limit) {
            throw new OverdrawnException();
        }
    }
}
