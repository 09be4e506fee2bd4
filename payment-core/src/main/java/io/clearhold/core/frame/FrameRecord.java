package io.clearhold.core.frame;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of a frame is proved to outsiders: a record of fixed layout that names every byte of the
 * frame but its checksum, the long parts by their hashes. Its hash is a leaf of the Merkle tree;
 * who is shown the record learns the request's digest, the sequence and the hash of the result, and
 * nothing of the rest. Big-endian:
 *
 * <pre>
 *   0 16 bytes  "clearhold.frame1" in ASCII
 *  16 byte      format of the frame
 *  17 byte      shard
 *  18 byte      version of the renderer
 *  19 byte      reserved byte of the frame
 *  20 int       0
 *  24 long      sequence
 *  32 long      log time, milliseconds since 1970
 *  40 long      highest sequence that was known synced when the frame was written
 *  48 16 bytes  digest of the request, from the command's origin
 *  64 32 bytes  SHA-256 of the command
 *  96 32 bytes  SHA-256 of the result
 * 128 32 bytes  SHA-256 of the events
 * </pre>
 *
 * Confined to one thread.
 */
public final class FrameRecord {
    public static final int LENGTH = 160;
    public static final int HASH_LENGTH = 32;

    private static final byte[] DOMAIN = "clearhold.frame1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 16;
    private static final int RESERVED_INT = 20;
    private static final int SEQUENCE = 24;
    private static final int LOG_TIME = 32;
    private static final int SYNCED = 40;
    private static final int DIGEST = 48;
    private static final int DIGEST_LENGTH = 16;
    private static final int COMMAND = 64;
    private static final int RESULT = 96;
    private static final int EVENTS = 128;

    /** Where the digest stands in a command: behind the message header, at the origin's end. */
    private static final int DIGEST_IN_COMMAND =
            MessageHeaderDecoder.ENCODED_LENGTH + OriginDecoder.digestHighEncodingOffset();

    /** The first byte of what a leaf is the hash of; RFC 6962, section 2.1. */
    private static final byte LEAF = 0;

    private final byte[] bytes = new byte[LENGTH];
    private final ByteBuffer fields = ByteBuffer.wrap(bytes);
    private final MessageDigest sha256;

    public FrameRecord() {
        System.arraycopy(DOMAIN, 0, bytes, 0, DOMAIN.length);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Becomes the record of a frame that was ended or loaded. */
    public FrameRecord of(Frame frame) {
        frame.buffer().getBytes(Frame.FORMAT_AT, bytes, HEADER, Integer.BYTES);
        fields.putInt(RESERVED_INT, 0);
        fields.putLong(SEQUENCE, frame.sequence());
        fields.putLong(LOG_TIME, frame.logTimeMs());
        fields.putLong(SYNCED, frame.syncedSequence());
        putDigest(frame);
        hash(frame, frame.commandOffset(), frame.commandLength(), COMMAND);
        hash(frame, frame.resultOffset(), frame.resultLength(), RESULT);
        hash(frame, frame.eventsOffset(), frame.eventsLength(), EVENTS);
        return this;
    }

    /** The record itself. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, LENGTH);
    }

    /** The hash of the frame: SHA-256 over a zero byte and the record, a leaf of RFC 6962. */
    public void hash(byte[] target) {
        sha256.update(LEAF);
        sha256.update(bytes);
        finish(target, 0);
    }

    /** The same in hexadecimal. */
    public String hash() {
        byte[] hash = new byte[HASH_LENGTH];
        hash(hash);
        return HexFormat.of().formatHex(hash);
    }

    public String requestDigest() {
        return hex(DIGEST, DIGEST_LENGTH);
    }

    public String commandHash() {
        return hex(COMMAND, HASH_LENGTH);
    }

    public String resultHash() {
        return hex(RESULT, HASH_LENGTH);
    }

    public String eventsHash() {
        return hex(EVENTS, HASH_LENGTH);
    }

    /** A command too short to hold an origin has no digest. */
    private void putDigest(Frame frame) {
        int end = DIGEST_IN_COMMAND + DIGEST_LENGTH;
        boolean whole = frame.commandLength() >= end;
        int at = frame.commandOffset() + DIGEST_IN_COMMAND;
        long high = whole ? frame.buffer().getLong(at, LITTLE_ENDIAN) : 0;
        long low = whole ? frame.buffer().getLong(at + Long.BYTES, LITTLE_ENDIAN) : 0;
        fields.putLong(DIGEST, high);
        fields.putLong(DIGEST + Long.BYTES, low);
    }

    private void hash(Frame frame, int offset, int length, int target) {
        sha256.update(frame.buffer().byteArray(), offset, length);
        finish(bytes, target);
    }

    private void finish(byte[] target, int offset) {
        try {
            sha256.digest(target, offset, HASH_LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }

    private String hex(int offset, int length) {
        return HexFormat.of().formatHex(bytes, offset, offset + length);
    }
}
