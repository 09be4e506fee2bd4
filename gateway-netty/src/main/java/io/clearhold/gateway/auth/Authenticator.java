package io.clearhold.gateway.auth;

import io.clearhold.core.id.ObjectId;
import org.jspecify.annotations.Nullable;

/** Finds out who is asking. Safe for many threads. */
public final class Authenticator {
    /** What the headers of a request prove. */
    public sealed interface Outcome {
        /** This. */
        record Granted(Credential credential) implements Outcome {}

        /** Nothing. */
        record Refused() implements Outcome {}

        /** A key that this server derived, but whether it is still valid only the ledger knows. */
        record Unknown(long keyId, int generation, String token) implements Outcome {}
    }

    private static final Outcome REFUSED = new Outcome.Refused();
    private static final String SCHEME = "Bearer ";

    private final Secrets secrets;
    private final KeyDirectory keys;

    public Authenticator(Secrets secrets, KeyDirectory keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /**
     * Judges the two headers that may identify a caller.
     *
     * @param paymentScoped whether the secret of a payment wins over a key
     */
    public Outcome authenticate(
            @Nullable String authorization, @Nullable String paymentSecret, boolean paymentScoped) {
        if (paymentSecret != null && (paymentScoped || authorization == null)) {
            Credential credential = secrets.verifyPaymentSecret(paymentSecret);
            return credential == null ? REFUSED : new Outcome.Granted(credential);
        }
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return REFUSED;
        }
        String token = authorization.substring(SCHEME.length()).strip();
        long keyId = Secrets.keyId(token);
        if (keyId == ObjectId.NONE) {
            return REFUSED;
        }
        KnownKey known = keys.get(keyId);
        if (known != null) {
            return known.proves(token) ? new Outcome.Granted(known.credential()) : REFUSED;
        }
        // Before the ledger is asked, so that guesses cost it nothing.
        int generation = secrets.generation(token);
        return generation == 0 ? REFUSED : new Outcome.Unknown(keyId, generation, token);
    }
}
