package io.clearhold.core.frame;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A frame of the journal: one command, its result and the events it came to, little-endian:
 *
 * <pre>
 *  0 int   CRC32C of all that follows
 *  4 byte  format, now {@value #FORMAT}
 *  5 byte  shard
 *  6 byte  version of the renderer that turns the result into an answer
 *  7 byte  reserved, 0
 *  8 long  sequence
 * 16 long  log time, milliseconds since 1970
 * 24 long  highest sequence that was known synced when this frame was written
 * 32 int   command length
 * 36 int   result length
 * 40 int   events length
 * 44 command, result, events; each event: int length, message
 * </pre>
 *
 * Built in place ({@link #begin} … {@link #end}) or filled from the journal ({@link #buffer},
 * {@link #load}). Confined to one thread.
 */
public final class Frame {
    public static final int FORMAT = 1;
    public static final int HEADER_LENGTH = 44;

    private static final int CRC = 0;
    static final int FORMAT_AT = 4;
    private static final int SHARD = 5;
    private static final int RENDERER = 6;
    private static final int RESERVED = 7;
    private static final int SEQUENCE = 8;
    private static final int LOG_TIME = 16;
    private static final int SYNCED = 24;
    private static final int COMMAND_LENGTH = 32;
    private static final int RESULT_LENGTH = 36;
    private static final int EVENTS_LENGTH = 40;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
    private final CRC32C crc = new CRC32C();
    private int length;
    private int eventOffset;
    private int eventLength;

    /** Starts a frame with its command; result and events follow, then {@link #end}. */
    public void begin(
            int shard,
            long sequence,
            long logTimeMs,
            DirectBuffer command,
            int offset,
            int commandLength) {
        buffer.putByte(FORMAT_AT, (byte) FORMAT);
        buffer.putByte(SHARD, (byte) shard);
        buffer.putByte(RENDERER, (byte) 0);
        buffer.putByte(RESERVED, (byte) 0);
        buffer.putLong(SEQUENCE, sequence, LITTLE_ENDIAN);
        buffer.putLong(LOG_TIME, logTimeMs, LITTLE_ENDIAN);
        buffer.putLong(SYNCED, 0, LITTLE_ENDIAN);
        putInt(COMMAND_LENGTH, commandLength);
        putInt(RESULT_LENGTH, 0);
        putInt(EVENTS_LENGTH, 0);
        buffer.putBytes(HEADER_LENGTH, command, offset, commandLength);
        length = HEADER_LENGTH + commandLength;
    }

    /** The result, before any event. */
    public void putResult(DirectBuffer result, int offset, int resultLength) {
        if (eventsLength() != 0) {
            throw new IllegalStateException("a result after events");
        }
        buffer.putBytes(length, result, offset, resultLength);
        putInt(RESULT_LENGTH, resultLength);
        length += resultLength;
    }

    /** All events at once, each already with its length in front. */
    public void putEvents(DirectBuffer events, int offset, int eventsLength) {
        buffer.putBytes(length, events, offset, eventsLength);
        putInt(EVENTS_LENGTH, eventsLength);
        length += eventsLength;
    }

    /** Completes the frame: what was known synced, and the checksum. */
    public void end(long syncedSequence, int renderer) {
        buffer.putLong(SYNCED, syncedSequence, LITTLE_ENDIAN);
        buffer.putByte(RENDERER, (byte) renderer);
        putInt(CRC, checksum());
    }

    /** Where a reader copies the bytes of a frame to, before {@link #load}. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /**
     * Takes over {@code frameLength} bytes in {@link #buffer}; returns whether they are an intact
     * frame.
     */
    public boolean load(int frameLength) {
        length = frameLength;
        eventOffset = 0;
        eventLength = 0;
        if (frameLength < HEADER_LENGTH || buffer.getByte(FORMAT_AT) != FORMAT) {
            return false;
        }
        long total = (long) HEADER_LENGTH + commandLength() + resultLength() + eventsLength();
        boolean lengths =
                commandLength() >= 0
                        && resultLength() >= 0
                        && eventsLength() >= 0
                        && total == frameLength;
        return lengths && checksum() == getInt(CRC);
    }

    /**
     * After a {@link #load} that said no: whether the bytes are a whole frame that a newer program
     * wrote, in a format that this one does not know. Every format keeps checksum and format where
     * they are.
     */
    public boolean isOfNewerFormat() {
        return length >= HEADER_LENGTH && format() > FORMAT && checksum() == getInt(CRC);
    }

    /** The format that the frame says it has. */
    public int format() {
        return buffer.getByte(FORMAT_AT) & 0xff;
    }

    public int length() {
        return length;
    }

    public int shard() {
        return buffer.getByte(SHARD) & 0xff;
    }

    public int renderer() {
        return buffer.getByte(RENDERER) & 0xff;
    }

    public long sequence() {
        return buffer.getLong(SEQUENCE, LITTLE_ENDIAN);
    }

    public long logTimeMs() {
        return buffer.getLong(LOG_TIME, LITTLE_ENDIAN);
    }

    public long syncedSequence() {
        return buffer.getLong(SYNCED, LITTLE_ENDIAN);
    }

    public int commandOffset() {
        return HEADER_LENGTH;
    }

    public int commandLength() {
        return getInt(COMMAND_LENGTH);
    }

    public int resultOffset() {
        return HEADER_LENGTH + commandLength();
    }

    public int resultLength() {
        return getInt(RESULT_LENGTH);
    }

    public int eventsOffset() {
        return resultOffset() + resultLength();
    }

    public int eventsLength() {
        return getInt(EVENTS_LENGTH);
    }

    /** Goes back before the first event. */
    public void rewindEvents() {
        eventOffset = 0;
        eventLength = 0;
    }

    /**
     * Moves to the next event: {@link #eventOffset} and {@link #eventLength} then name its message.
     */
    public boolean nextEvent() {
        int next = eventOffset == 0 ? eventsOffset() : eventOffset + eventLength;
        if (next >= length) {
            return false;
        }
        eventLength = getInt(next);
        eventOffset = next + Integer.BYTES;
        return true;
    }

    public int eventOffset() {
        return eventOffset;
    }

    public int eventLength() {
        return eventLength;
    }

    /** CRC32C over everything after the checksum itself. */
    private int checksum() {
        crc.reset();
        byte[] array = buffer.byteArray();
        crc.update(array, FORMAT_AT, length - FORMAT_AT);
        return (int) crc.getValue();
    }

    private int getInt(int offset) {
        return buffer.getInt(offset, LITTLE_ENDIAN);
    }

    private void putInt(int offset, int value) {
        buffer.putInt(offset, value, LITTLE_ENDIAN);
    }
}
