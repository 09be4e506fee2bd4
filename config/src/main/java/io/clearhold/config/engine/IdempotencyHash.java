package io.clearhold.config.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 128 bits by which the ledger knows a command again. Those of the server's own commands are
 * derived from what the command is for, so that a start after a crash repeats none of them.
 */
public record IdempotencyHash(long high, long low) {
    /** The command may be repeated: each has its own effect. */
    public static final IdempotencyHash NONE = new IdempotencyHash(0, 0);

    /** Always the same for one purpose; it enters the journal and is never changed. */
    public static IdempotencyHash of(String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(purpose.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new IdempotencyHash(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
