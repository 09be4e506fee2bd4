package io.clearhold.core.view;

import io.clearhold.core.lifecycle.PaymentStatus;
import java.util.Optional;

/**
 * Which payments; 0 and empty leave a field open.
 *
 * @param currency ISO 4217 number
 */
public record PaymentFilter(
        Scope scope,
        long payee,
        long payer,
        Optional<PaymentStatus> status,
        Optional<String> reference,
        int currency,
        TimeRange created) {
    public static PaymentFilter of(Scope scope) {
        return new PaymentFilter(scope, 0, 0, Optional.empty(), Optional.empty(), 0, TimeRange.ALL);
    }

    public PaymentFilter withPayee(long account) {
        return new PaymentFilter(scope, account, payer, status, reference, currency, created);
    }

    public PaymentFilter withPayer(long account) {
        return new PaymentFilter(scope, payee, account, status, reference, currency, created);
    }

    public PaymentFilter withStatus(PaymentStatus wanted) {
        return new PaymentFilter(
                scope, payee, payer, Optional.of(wanted), reference, currency, created);
    }

    public PaymentFilter withReference(String wanted) {
        return new PaymentFilter(
                scope, payee, payer, status, Optional.of(wanted), currency, created);
    }

    public PaymentFilter withCurrency(int number) {
        return new PaymentFilter(scope, payee, payer, status, reference, number, created);
    }

    public PaymentFilter withCreated(TimeRange range) {
        return new PaymentFilter(scope, payee, payer, status, reference, currency, range);
    }
}
