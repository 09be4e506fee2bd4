package io.clearhold.ledger.projection.fact;

import org.jspecify.annotations.Nullable;

/**
 * Who may see an event or a refund: the platform, the account it is about or that is paid, and the
 * payer. An event about a payment that an earlier batch made names none of them, so they are filled
 * in, all at once, before the batch is written.
 */
final class Parties {
    /** Nobody outside: the server's own steps. */
    static final Parties NOBODY = new Parties(0, 0, 0);

    private final @Nullable Parties before;
    private long platform;
    private long account;
    private long payer;

    Parties(long platform, long account, long payer) {
        this.before = null;
        this.platform = platform;
        this.account = account;
        this.payer = payer;
    }

    private Parties(Parties before, long payer) {
        this.before = before;
        this.payer = payer;
    }

    /** The same, once a payer has shown himself. */
    Parties withPayer(long newPayer) {
        return new Parties(this, newPayer);
    }

    void resolve(long newPlatform, long newAccount, long newPayer) {
        platform = newPlatform;
        account = newAccount;
        payer = newPayer;
    }

    long platform() {
        return before == null ? platform : before.platform();
    }

    long account() {
        return before == null ? account : before.account();
    }

    long payer() {
        return payer;
    }
}
