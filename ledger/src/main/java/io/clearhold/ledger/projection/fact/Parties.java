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
    private String status = "";
    private @Nullable String reference;

    Parties(long platform, long account, long payer) {
        this(platform, account, payer, null);
    }

    /**
     * Parties of an object that the batch makes.
     *
     * @param reference of a payment that has one
     */
    Parties(long platform, long account, long payer, @Nullable String reference) {
        this.before = null;
        this.reference = reference;
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

    void resolve(
            long newPlatform,
            long newAccount,
            long newPayer,
            String newStatus,
            @Nullable String newReference) {
        status = newStatus;
        reference = newReference;
        platform = newPlatform;
        account = newAccount;
        payer = newPayer;
    }

    /** The status that the view has of the object; empty if it has none yet. */
    String status() {
        return before == null ? status : before.status();
    }

    /** The reference of a payment, null if it has none. */
    @Nullable String reference() {
        return before == null ? reference : before.reference();
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
