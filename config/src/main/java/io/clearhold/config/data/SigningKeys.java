package io.clearhold.config.data;

import io.clearhold.ledger.audit.HeadKey;

/**
 * The key that signs heads of the ledger. It is made of the master key, so that it is never lost as
 * long as that one is not, and needs no file of its own.
 */
public final class SigningKeys {
    /** Never changed: another text is another key. */
    private static final String PURPOSE = "clearhold ledger head signing key 1";

    private SigningKeys() {}

    public static HeadKey of(MasterKey masterKey) {
        return new HeadKey(masterKey.derive(PURPOSE));
    }
}
