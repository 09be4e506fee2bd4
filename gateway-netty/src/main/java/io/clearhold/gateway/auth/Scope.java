package io.clearhold.gateway.auth;

/**
 * Whose idempotency keys are told apart: an account's, a platform's, the operator's, or those of
 * whoever holds a secret of one payment or payment link.
 */
public final class Scope {
    private Scope() {}

    /** One byte for the kind of scope; it enters hashes and is never changed. */
    public static byte kind(Credential credential) {
        return switch (credential) {
            case Credential.ApiKey key ->
                    switch (key.role()) {
                        case ACCOUNT -> 'a';
                        case PLATFORM -> 'p';
                        case OPERATOR, AUDITOR, SYSTEM -> 'o';
                        case CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                                throw new IllegalStateException("a key is no secret");
                    };
            case Credential.ClientSecret secret -> 's';
            case Credential.PayerSecret secret -> 's';
            case Credential.LinkSecret secret -> 'l';
        };
    }

    /** The id within the kind. */
    public static long id(Credential credential) {
        return switch (credential) {
            case Credential.ApiKey key ->
                    switch (key.role()) {
                        case ACCOUNT -> key.account();
                        case PLATFORM -> key.platform();
                        case OPERATOR, AUDITOR, SYSTEM -> 0;
                        case CLIENT_SECRET, PAYER_SECRET, LINK_SECRET ->
                                throw new IllegalStateException("a key is no secret");
                    };
            case Credential.ClientSecret secret -> secret.payment();
            case Credential.PayerSecret secret -> secret.payment();
            case Credential.LinkSecret secret -> secret.link();
        };
    }
}
