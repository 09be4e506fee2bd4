package io.clearhold.ledger.machine;

import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * Who may see an object, and on which side of it he stands. What he may not see does not exist for
 * him.
 */
final class Access {
    private final LedgerState state;

    Access(LedgerState state) {
        this.state = state;
    }

    static boolean isStaff(Role role) {
        return role == Role.SYSTEM || role == Role.OPERATOR;
    }

    boolean seesPayment(OriginDecoder origin, int payment) {
        PaymentTable payments = state.payments();
        return switch (Role.of(origin.role())) {
            case SYSTEM, OPERATOR, AUDITOR -> true;
            case PLATFORM -> payments.platform(payment) == origin.platform();
            case ACCOUNT ->
                    origin.subject() == payments.payee(payment)
                            || origin.subject() == payments.payer(payment);
            case CLIENT_SECRET, PAYER_SECRET -> origin.subject() == payments.id(payment);
            case LINK_SECRET -> false;
        };
    }

    boolean isPayeeSide(OriginDecoder origin, int payment) {
        return switch (Role.of(origin.role())) {
            case PLATFORM -> state.payments().platform(payment) == origin.platform();
            case ACCOUNT -> origin.subject() == state.payments().payee(payment);
            case SYSTEM, OPERATOR, AUDITOR, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
        };
    }

    /**
     * A platform acts for its own payers, and for guests who pay its payees; a payer is always of
     * his payee's platform, since creation and wallets refuse others.
     */
    boolean isPayerSide(OriginDecoder origin, int payment) {
        PaymentTable payments = state.payments();
        return switch (Role.of(origin.role())) {
            case PLATFORM -> payments.platform(payment) == origin.platform();
            case ACCOUNT -> {
                long payer = payments.payer(payment);
                yield payer != 0 && origin.subject() == payer;
            }
            case PAYER_SECRET -> origin.attempt() == payments.attempt(payment);
            case SYSTEM, OPERATOR, AUDITOR, CLIENT_SECRET, LINK_SECRET -> false;
        };
    }

    boolean isCreator(OriginDecoder origin, int payment) {
        PaymentTable payments = state.payments();
        Role role = Role.of(origin.role());
        if (payments.creatorRole(payment) == Role.LINK_SECRET && role != Role.LINK_SECRET) {
            // The payee's side made the link, and so the payment.
            return isPayeeSide(origin, payment);
        }
        return role == payments.creatorRole(payment)
                && creatorOf(origin) == state.extras().creator(payment);
    }

    /** What stands for the creator in a payment: the account, the link, or the platform. */
    static long creatorOf(OriginDecoder origin) {
        Role role = Role.of(origin.role());
        boolean subject = role == Role.ACCOUNT || role == Role.LINK_SECRET;
        return subject ? origin.subject() : origin.platform();
    }

    boolean seesAccount(OriginDecoder origin, int account) {
        return switch (Role.of(origin.role())) {
            case SYSTEM, OPERATOR, AUDITOR -> true;
            case PLATFORM -> state.accounts().platform(account) == origin.platform();
            case ACCOUNT -> origin.subject() == state.accounts().id(account);
            case CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
        };
    }

    /** Whether the caller may move the account's own money. */
    boolean actsForAccount(OriginDecoder origin, int account) {
        return switch (Role.of(origin.role())) {
            case PLATFORM -> state.accounts().platform(account) == origin.platform();
            case ACCOUNT -> origin.subject() == state.accounts().id(account);
            case SYSTEM, OPERATOR, AUDITOR, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
        };
    }
}
