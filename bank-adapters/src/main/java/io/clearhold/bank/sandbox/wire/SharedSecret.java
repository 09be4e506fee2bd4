package io.clearhold.bank.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that Clearhold and its sandbox bank share. Never printed. Safe for many threads. */
public final class SharedSecret {
    /** Fewer bytes than this are refused. */
    public static final int MIN_LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public SharedSecret(byte[] bytes) {
        if (bytes.length < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "the sandbox bank's secret needs " + MIN_LENGTH + " bytes or more");
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** HMAC-SHA256 of the text's UTF-8 bytes, in lower-case hex. */
    String authenticate(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[not shown]";
    }
}
