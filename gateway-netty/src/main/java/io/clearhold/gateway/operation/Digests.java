package io.clearhold.gateway.operation;

import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.auth.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;

/**
 * The hashes that a command carries, each the first 128 bits of its function. The state keeps them
 * for as long as it keeps outcomes, so their input is never changed. Confined to one thread.
 */
final class Digests {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final byte[] MILESTONE = "milestone".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256;
    private final Mac referenceMac;
    private final byte[] output = new byte[32];
    private final byte[] input = new byte[512];

    Digests(Mac referenceMac) {
        this.referenceMac = referenceMac;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** SHA-256(kind of scope | id of scope | idempotency key). */
    void idempotency(Credential credential, String key) {
        input[0] = Scope.kind(credential);
        LONGS.set(input, 1, Scope.id(credential));
        sha256.update(input, 0, 1 + Long.BYTES);
        update(key);
        finish();
    }

    /** SHA-256(method | target | body), with a line feed between them, which neither can hold. */
    void request(String method, String target, byte[] body, int length) {
        update(method);
        sha256.update((byte) '\n');
        update(target);
        sha256.update((byte) '\n');
        sha256.update(body, 0, length);
        finish();
    }

    /** HMAC-SHA256(key of references, payee | reference as it is stored). */
    void reference(long payee, byte[] text, int offset, int length) {
        LONGS.set(input, 0, payee);
        referenceMac.update(input, 0, Long.BYTES);
        referenceMac.update(text, offset, length);
        try {
            referenceMac.doFinal(output, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 has 32 bytes", e);
        }
    }

    /** The first 64 bits of HMAC-SHA256(key of references, "milestone" | name); never 0. */
    long milestone(String name) {
        referenceMac.update(MILESTONE);
        byte[] mac = referenceMac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        long hash = (long) LONGS.get(mac, 0);
        return hash == 0 ? 1 : hash;
    }

    /** The first 64 bits of the last hash. */
    long high() {
        return (long) LONGS.get(output, 0);
    }

    /** The next 64 bits. */
    long low() {
        return (long) LONGS.get(output, Long.BYTES);
    }

    private void finish() {
        try {
            sha256.digest(output, 0, output.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }

    /** Header values and targets are Latin-1 by the time they come here. */
    private void update(String text) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            if (at == input.length) {
                sha256.update(input, 0, at);
                at = 0;
            }
            input[at++] = (byte) text.charAt(i);
        }
        sha256.update(input, 0, at);
    }
}
