package io.clearhold.ledger.projection.fact;

import io.clearhold.core.book.AccountKind;
import io.clearhold.ledger.projection.row.TableChanges;

/** What clawbacks change in the tables payments and splits, as they are taken and given back. */
record ReleasedMoney(TableChanges payments, TableChanges splits) {
    /** {@code amount} of a payment is released no more, or (negative) again. */
    void take(long payment, long amount) {
        payments.change(payment).add(PaymentColumns.RELEASED, -amount);
    }

    /** One leg of it: what fee and splits give is theirs no more. */
    void takeLeg(long payment, int kindCode, int place, long amount) {
        if (kindCode == AccountKind.FEES.code()) {
            payments.change(payment).add(PaymentColumns.FEE_TAKEN, -amount);
        } else if (place > 0) {
            splits.change(payment, place - 1).add(SplitColumns.TAKEN, -amount);
        }
    }

    /** Held money is held again, with no deadline that runs. */
    void holdAgain(long payment) {
        payments.change(payment).set(PaymentColumns.AUTO_CONFIRM_AT_MS, 0);
    }
}
