package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.core.port.LedgerProofs.SigningKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Checks signatures of heads with a public key. Safe for many threads. */
public final class HeadVerifier {
    public static final int KEY_LENGTH = Ed25519PublicKeyParameters.KEY_SIZE;

    private static final String KEY_ID_PREFIX = "ed25519-";
    private static final int KEY_ID_BYTES = 16;

    private final Ed25519PublicKeyParameters key;
    private final SigningKey description;

    /**
     * Takes a public key.
     *
     * @param publicKey the 32 bytes of RFC 8032
     * @throws IllegalArgumentException if they are no point of the curve
     */
    public HeadVerifier(byte[] publicKey) {
        if (publicKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "an Ed25519 key has " + KEY_LENGTH + " bytes, not " + publicKey.length);
        }
        key = new Ed25519PublicKeyParameters(publicKey, 0);
        description = describe(publicKey);
    }

    public SigningKey key() {
        return description;
    }

    /** Whether this key signed the head as it is. */
    public boolean verifies(SignedHead head) {
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(head.signature());
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] text = HeadText.of(head);
        return signature.length == Ed25519PublicKeyParameters.KEY_SIZE * 2
                && head.keyId().equals(description.keyId())
                && key.verify(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
    }

    /** The id of a key is made of its public half, so that nobody has to hand out names. */
    static SigningKey describe(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return new SigningKey(
                    KEY_ID_PREFIX + HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES),
                    Base64.getEncoder().encodeToString(publicKey));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
