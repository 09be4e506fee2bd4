package io.clearhold.ledger.state;

/** Payments by the keyed hash of payee and reference, which their records hold. */
final class ReferenceIndex extends HashIndex {
    private final PaymentTable payments;

    ReferenceIndex(PaymentTable payments) {
        this.payments = payments;
    }

    @Override
    boolean matches(int payment, long high, long low) {
        return payments.referenceHigh(payment) == high && payments.referenceLow(payment) == low;
    }

    @Override
    boolean isLive(int payment) {
        return true;
    }
}
