package io.clearhold.gateway.auth;

/**
 * A key as the ledger knows it.
 *
 * @param token the complete secret, so that a request costs a comparison and no HMAC
 */
public record KnownKey(Credential.ApiKey credential, boolean revoked, String token) {
    /** Whether a presented secret is this key's. */
    boolean proves(String presented) {
        return !revoked && Secrets.same(presented, token);
    }
}
