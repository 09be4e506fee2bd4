package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.core.port.LedgerProofs.SigningKey;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The private key that signs heads (Ed25519, RFC 8032). Safe for many threads. */
public final class HeadKey {
    public static final int SEED_LENGTH = Ed25519PrivateKeyParameters.KEY_SIZE;

    private final Ed25519PrivateKeyParameters key;
    private final SigningKey publicKey;

    /** The key of a seed of {@link #SEED_LENGTH} bytes. */
    public HeadKey(byte[] seed) {
        key = new Ed25519PrivateKeyParameters(seed.clone(), 0);
        publicKey = HeadVerifier.describe(key.generatePublicKey().getEncoded());
    }

    /** The half that everybody may have. */
    public SigningKey publicKey() {
        return publicKey;
    }

    /** The same head with the id of this key and its signature. */
    SignedHead sign(SignedHead unsigned) {
        SignedHead head =
                new SignedHead(
                        unsigned.journal(),
                        unsigned.sequence(),
                        unsigned.stateHash(),
                        unsigned.rootHash(),
                        unsigned.signedAt(),
                        publicKey.keyId(),
                        "");
        byte[] text = HeadText.of(head);
        byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
        return new SignedHead(
                head.journal(),
                head.sequence(),
                head.stateHash(),
                head.rootHash(),
                head.signedAt(),
                head.keyId(),
                Base64.getEncoder().encodeToString(signature));
    }

    @Override
    public String toString() {
        return "HeadKey[" + publicKey.keyId() + "]";
    }
}
