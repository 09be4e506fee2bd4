package io.clearhold.core.view;

import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.ShareKind;

/**
 * An account as the view has it.
 *
 * @param text JSON members without braces: name, reference, email, bank_account, metadata
 * @param sequence of its last frame
 */
public record AccountRow(
        long id,
        long platform,
        AccountType type,
        AccountStatus status,
        boolean hasBankAccount,
        ShareKind feeKind,
        long feeValue,
        long feeMin,
        long feeMax,
        int reserveBps,
        int reserveDays,
        Payouts payouts,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {
    /**
     * When the balance leaves by itself.
     *
     * @param minimum minor units of each currency
     * @param nextMs the next cut-off, 0 if there is none
     * @param fromMs until then payouts to a changed bank account wait, 0 if it never was changed
     */
    public record Payouts(
            PayoutInterval interval, int delayDays, long minimum, long nextMs, long fromMs) {
        public static final Payouts MANUAL = new Payouts(PayoutInterval.MANUAL, 0, 0, 0, 0);
    }
}
