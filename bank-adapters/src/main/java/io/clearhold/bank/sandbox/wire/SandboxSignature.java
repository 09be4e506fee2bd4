package io.clearhold.bank.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Signs requests, answers and callbacks of the sandbox bank: HMAC-SHA256 over timestamp, subject
 * and body, each ended by a line feed but the body. The subject says what is signed, so that one
 * kind of message never passes for another:
 *
 * <ul>
 *   <li>a request: method and path, {@code POST /instructions};
 *   <li>an answer: its status and the signature of its request, so that it answers that one only;
 *   <li>a callback: {@code callback}.
 * </ul>
 */
public final class SandboxSignature {
    /** Milliseconds since 1970 of wall time, at the sender. */
    public static final String TIMESTAMP_HEADER = "sandbox-timestamp";

    public static final String SIGNATURE_HEADER = "sandbox-signature";

    /** The subject of what the bank sends by itself. */
    public static final String CALLBACK_SUBJECT = "callback";

    /** How far the two clocks may be apart. */
    public static final long MAX_AGE_MS = 300_000;

    private SandboxSignature() {}

    public static String requestSubject(String method, String path) {
        return method + " " + path;
    }

    public static String answerSubject(int status, String requestSignature) {
        return status + " " + requestSignature;
    }

    public static String sign(SharedSecret secret, long timestampMs, String subject, String body) {
        return secret.authenticate(timestampMs + "\n" + subject + "\n" + body);
    }

    /**
     * What is wrong with the signature in {@code headers} (names in lower case); empty if nothing.
     */
    public static String flaw(
            SharedSecret secret,
            Map<String, String> headers,
            String subject,
            String body,
            long nowMs) {
        String timestamp = headers.getOrDefault(TIMESTAMP_HEADER, "");
        String signature = headers.getOrDefault(SIGNATURE_HEADER, "");
        if (timestamp.isEmpty() || signature.isEmpty()) {
            return "not signed";
        }
        long timestampMs;
        try {
            timestampMs = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            return "the timestamp is not a number";
        }
        if (timestampMs < nowMs - MAX_AGE_MS || timestampMs > nowMs + MAX_AGE_MS) {
            return "signed too long ago, or the clocks disagree";
        }
        String expected = sign(secret, timestampMs, subject, body);
        boolean same =
                MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
        return same ? "" : "the signature does not fit";
    }
}
