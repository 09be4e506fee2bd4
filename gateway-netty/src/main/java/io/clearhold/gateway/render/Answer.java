package io.clearhold.gateway.render;

import io.clearhold.gateway.json.JsonWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One answer before it becomes bytes of HTTP. Reused; confined to one thread at a time. */
public final class Answer {
    private final JsonWriter json = new JsonWriter(2048);
    private int status;
    private MediaType mediaType = MediaType.JSON;
    private byte @Nullable [] fixed;
    private long requestId;
    private long sequence;
    private boolean replayed;
    private int retryAfterSeconds;
    private boolean receipt;
    private @Nullable String allow;
    private @Nullable String location;
    private @Nullable String cookie;
    private @Nullable String digest;

    /** Begins anew; {@code requestId} stands until a stored answer brings its own. */
    public Answer reset(long newRequestId) {
        json.reset();
        status = 200;
        mediaType = MediaType.JSON;
        fixed = null;
        requestId = newRequestId;
        sequence = 0;
        replayed = false;
        retryAfterSeconds = 0;
        receipt = false;
        allow = null;
        location = null;
        cookie = null;
        digest = null;
        return this;
    }

    /** Sets status and type, and gives the writer of the body. */
    public JsonWriter begin(int newStatus, MediaType newMediaType) {
        status = newStatus;
        mediaType = newMediaType;
        fixed = null;
        return json.reset();
    }

    /** A body that exists already and must not change any more. */
    public void fixed(int newStatus, MediaType newMediaType, byte[] body) {
        status = newStatus;
        mediaType = newMediaType;
        fixed = body;
    }

    public int status() {
        return status;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    public JsonWriter json() {
        return json;
    }

    public byte @Nullable [] fixedBody() {
        return fixed;
    }

    public int bodyLength() {
        byte[] body = fixed;
        return body == null ? json.length() : body.length;
    }

    public long requestId() {
        return requestId;
    }

    public void requestId(long value) {
        requestId = value;
    }

    /** The sequence of the frame that this write left, 0 if there is none. */
    public long sequence() {
        return sequence;
    }

    public void sequence(long value) {
        sequence = value;
    }

    /** Whether this is the stored answer to an earlier request with the same key. */
    public boolean replayed() {
        return replayed;
    }

    public void replayed(boolean value) {
        replayed = value;
    }

    /** Whether the write asked for a receipt; it has one if it left a frame. */
    public boolean receipt() {
        return receipt;
    }

    public void receipt(boolean value) {
        receipt = value;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public void retryAfterSeconds(int value) {
        retryAfterSeconds = value;
    }

    /** The value of {@code Repr-Digest} (RFC 9530), null if there is none. */
    public @Nullable String digest() {
        return digest;
    }

    /** The answer says the SHA-256 of these bytes, which are its body. */
    public void digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            digest = "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The methods of a path, for 405. */
    public @Nullable String allow() {
        return allow;
    }

    public void allow(String value) {
        allow = value;
    }

    /** Where the one who asks should look instead, for 303. */
    public @Nullable String location() {
        return location;
    }

    /** Leads to another page of this server, with 303 and no body. */
    public void redirect(String address) {
        begin(303, MediaType.TEXT);
        location = address;
    }

    /** The value of {@code Set-Cookie}, null if none is set. */
    public @Nullable String cookie() {
        return cookie;
    }

    public void cookie(String value) {
        cookie = value;
    }
}
