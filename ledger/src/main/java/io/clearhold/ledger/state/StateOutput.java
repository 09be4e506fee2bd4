package io.clearhold.ledger.state;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Writes numbers of a state; small ones take few bytes. Keeps the checksum of what went out. */
public final class StateOutput {
    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private long written;

    public StateOutput(OutputStream out) {
        this.out = out;
    }

    /** Eight bytes, little-endian. */
    public void putLong(long value) throws IOException {
        room();
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[used++] = (byte) (value >>> shift);
        }
    }

    /** One to ten bytes, seven bits in each; few for what is near 0 on either side. */
    public void put(long value) throws IOException {
        room();
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            buffer[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[used++] = (byte) rest;
    }

    /** The checksum of everything so far. */
    public int checksum() throws IOException {
        flush();
        return (int) crc.getValue();
    }

    /** Bytes so far. */
    public long length() {
        return written + used;
    }

    public void flush() throws IOException {
        crc.update(buffer, 0, used);
        out.write(buffer, 0, used);
        written += used;
        used = 0;
    }

    private void room() throws IOException {
        if (used > buffer.length - 16) {
            flush();
        }
    }
}
