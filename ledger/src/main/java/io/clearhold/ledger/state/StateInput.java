package io.clearhold.ledger.state;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a {@link StateOutput} wrote. */
public final class StateInput {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private int filled;

    public StateInput(InputStream in) {
        this.in = in;
    }

    public long takeLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (next() & 0xffL) << shift;
        }
        return value;
    }

    public long take() throws IOException {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = next();
            rest |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    public int takeInt() throws IOException {
        return Math.toIntExact(take());
    }

    private byte next() throws IOException {
        if (used == filled) {
            filled = in.read(buffer, 0, buffer.length);
            used = 0;
            if (filled <= 0) {
                throw new EOFException("the state ends early");
            }
        }
        return buffer[used++];
    }
}
