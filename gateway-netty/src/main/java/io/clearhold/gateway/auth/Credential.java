package io.clearhold.gateway.auth;

import io.clearhold.core.lifecycle.Role;

/** Who is asking, proven. */
public sealed interface Credential {
    Role role();

    /** An API key that the ledger knows. */
    record ApiKey(long keyId, Role role, long platform, long account) implements Credential {}

    /** Whoever created the payment handed this out: it may read and pay. */
    record ClientSecret(long payment) implements Credential {
        @Override
        public Role role() {
            return Role.CLIENT_SECRET;
        }
    }

    /** Stands on the payee's page: it may read a payment link, and make payments by it. */
    record LinkSecret(long link) implements Credential {
        @Override
        public Role role() {
            return Role.LINK_SECRET;
        }
    }

    /** Whoever paid got this; the ledger decides whether its attempt is the one that counts. */
    record PayerSecret(long payment, int attempt) implements Credential {
        @Override
        public Role role() {
            return Role.PAYER_SECRET;
        }
    }
}
