package io.clearhold.gateway.testing;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.SplitRow;
import java.util.List;

/** Rows of the objects that {@link Results} has. */
public final class Rows {
    private Rows() {}

    /** The payment of {@link Results#payment}, created by platform 1, shipped. */
    public static PaymentRow payment(long sequence, String text, String shipment) {
        return new PaymentRow(
                Results.PAYMENT,
                1,
                Role.PLATFORM,
                1,
                Results.MERCHANT,
                0,
                PaymentStatus.SHIPPED,
                PaymentMode.ESCROW,
                Results.CNY,
                new PaymentRow.Amounts(12_900, 12_900, 12_900, 0, 0, 0, 0, 0),
                0,
                Results.CREATED_AT_MS + 2_592_000_000L,
                false,
                864_000,
                Results.CREATED_AT_MS + 864_000_000L,
                1,
                false,
                FailureReason.NONE,
                0,
                List.of(
                        new SplitRow(Results.BUYER, ShareKind.AMOUNT, 100, 100, 0),
                        new SplitRow(Results.BUYER, ShareKind.BPS, 250, 322, 7)),
                List.of(),
                text,
                1,
                shipment,
                sequence,
                Results.CREATED_AT_MS,
                Results.CREATED_AT_MS,
                sequence);
    }

    public static RefundRow refund(String text) {
        return new RefundRow(
                Results.REFUND,
                Results.PAYMENT,
                RefundStatus.PENDING,
                500,
                Results.CNY,
                FailureReason.NONE,
                text,
                1,
                Results.CREATED_AT_MS,
                1);
    }

    public static PayoutRow payout(String text, boolean hasDestination) {
        return new PayoutRow(
                Results.PAYOUT,
                Results.MERCHANT,
                PayoutStatus.PENDING,
                700,
                Results.CNY,
                1,
                hasDestination,
                false,
                FailureReason.NONE,
                text,
                1,
                Results.CREATED_AT_MS,
                1);
    }

    public static AccountRow account(String text) {
        return new AccountRow(
                Results.MERCHANT,
                1,
                AccountType.MERCHANT,
                AccountStatus.ACTIVE,
                true,
                ShareKind.BPS,
                60,
                1,
                0,
                500,
                90,
                AccountRow.Payouts.MANUAL,
                text,
                1,
                Results.CREATED_AT_MS,
                1);
    }

    public static KeyRow key() {
        return new KeyRow(
                TestGateway.ACCOUNT_KEY,
                Role.ACCOUNT,
                1,
                Results.MERCHANT,
                1,
                false,
                "",
                0,
                Results.CREATED_AT_MS,
                1);
    }

    public static EventRow event(long sequence, int ordinal) {
        return new EventRow(
                sequence,
                ordinal,
                "payment.held",
                Results.CREATED_AT_MS,
                1,
                Results.MERCHANT,
                0,
                Results.PAYMENT,
                0,
                "{\"id\":\"pay_0200000000g00\",\"object\":\"payment\",\"status\":\"held\"}",
                "");
    }

    public static EntryRow entry() {
        return new EntryRow(
                9,
                1,
                2,
                AccountKind.AVAILABLE,
                Results.CNY,
                12_740,
                "payment.released",
                Results.PAYMENT,
                Results.CREATED_AT_MS);
    }
}
