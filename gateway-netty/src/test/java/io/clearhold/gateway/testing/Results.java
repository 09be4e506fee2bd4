package io.clearhold.gateway.testing;

import io.clearhold.core.codec.AccountResultEncoder;
import io.clearhold.core.codec.KeyResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentResultEncoder;
import io.clearhold.core.codec.PayoutResultEncoder;
import io.clearhold.core.codec.RefundResultEncoder;
import io.clearhold.core.codec.RefusalEncoder;
import io.clearhold.core.codec.WebhookEndpointResultEncoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.result.ResultCode;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;

/** Result messages with every field set. */
public final class Results {
    public static final long MERCHANT = ObjectId.of(1, 2, 0);
    public static final long BUYER = ObjectId.of(1, 3, 0);
    public static final long PAYMENT = ObjectId.of(1, 4, 0);
    public static final long REFUND = ObjectId.of(1, 5, 0);
    public static final long PAYOUT = ObjectId.of(1, 6, 0);
    public static final long ENDPOINT = ObjectId.of(1, 7, 0);
    public static final long CREATED_AT_MS = 1_795_248_000_123L;
    public static final int CNY = 156;

    private Results() {}

    public static byte[] refusal(ResultCode code, long first, long second) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        RefusalEncoder result =
                new RefusalEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.code(code.number()).first(first).second(second);
        return bytes(buffer, result.encodedLength());
    }

    public static byte[] key(long id, Role role, long platform, long account, boolean revoked) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        KeyResultEncoder result =
                new KeyResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.key(id)
                .role((short) role.code())
                .platform(platform)
                .account(account)
                .generation(1)
                .revoked((short) (revoked ? 1 : 0))
                .textSequence(0)
                .sequence(1)
                .createdAtMs(CREATED_AT_MS);
        return bytes(buffer, result.encodedLength());
    }

    public static byte[] webhookEndpoint(long textSequence, int generation) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        WebhookEndpointResultEncoder result =
                new WebhookEndpointResultEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.endpoint(ENDPOINT)
                .ownerRole((short) Role.PLATFORM.code())
                .platform(1)
                .account(0)
                .status((short) WebhookEndpointStatus.ENABLED.code())
                .generation(generation)
                .previousValidUntilMs(generation == 1 ? 0 : CREATED_AT_MS + 86_400_000)
                .textSequence(textSequence)
                .sequence(textSequence)
                .createdAtMs(CREATED_AT_MS);
        return bytes(buffer, result.encodedLength());
    }

    public static byte[] account(long textSequence, boolean hasBankAccount) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        AccountResultEncoder result =
                new AccountResultEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.account(MERCHANT)
                .platform(1)
                .type((short) AccountType.MERCHANT.code())
                .status((short) AccountStatus.ACTIVE.code())
                .hasBankAccount((short) (hasBankAccount ? 1 : 0))
                .feeKind((short) ShareKind.BPS.code())
                .feeValue(60)
                .feeMin(1)
                .feeMax(0)
                .reserveBps(500)
                .reserveDays(90)
                .payoutInterval((short) PayoutInterval.MANUAL.code())
                .payoutDelayDays((short) 0)
                .payoutMinimum(0)
                .nextPayoutMs(0)
                .payoutsFromMs(0)
                .textSequence(textSequence)
                .sequence(textSequence)
                .createdAtMs(CREATED_AT_MS);
        return bytes(buffer, result.encodedLength());
    }

    public static byte[] refund(long textSequence) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        RefundResultEncoder result =
                new RefundResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.refund(REFUND)
                .payment(PAYMENT)
                .status((short) RefundStatus.PENDING.code())
                .amount(500)
                .currency(CNY)
                .textSequence(textSequence)
                .failure((short) 0)
                .sequence(textSequence)
                .createdAtMs(CREATED_AT_MS);
        return bytes(buffer, result.encodedLength());
    }

    public static byte[] payout(long textSequence, boolean hasDestination) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        PayoutResultEncoder result =
                new PayoutResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.payout(PAYOUT)
                .account(MERCHANT)
                .status((short) PayoutStatus.PENDING.code())
                .amount(700)
                .currency(CNY)
                .channel((short) 1)
                .textSequence(textSequence)
                .hasDestination((short) (hasDestination ? 1 : 0))
                .failure((short) 0)
                .sequence(textSequence)
                .createdAtMs(CREATED_AT_MS)
                .held((short) 0);
        return bytes(buffer, result.encodedLength());
    }

    /** A new payment of 129.00 CNY with two splits; {@code more} changes it. */
    public static byte[] payment(long textSequence, Consumer<PaymentResultEncoder> more) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        PaymentResultEncoder result =
                new PaymentResultEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.payment(PAYMENT)
                .status((short) PaymentStatus.CREATED.code())
                .mode((short) PaymentMode.ESCROW.code())
                .currency(CNY)
                .payee(MERCHANT)
                .payer(0)
                .amount(12_900)
                .amountCollected(0)
                .amountHeld(0)
                .amountReleased(0)
                .amountRefunded(0)
                .amountChargedBack(0)
                .feeAmount(0)
                .payByMs(0)
                .shipByMs(CREATED_AT_MS + 2_592_000_000L)
                .autoConfirmAtMs(0)
                .autoConfirmAfterSeconds(864_000)
                .autoRefund((short) 0)
                .attempt(0)
                .cancelRequested((short) 0)
                .lastError((short) 0)
                .showClientSecret((short) 0)
                .showPayerSecret((short) 0)
                .sequence(textSequence)
                .textSequence(textSequence)
                .shipmentSequence(0)
                .createdAtMs(CREATED_AT_MS);
        more.accept(result);
        PaymentResultEncoder.SplitsEncoder splits = result.splitsCount(2);
        splits.next().account(BUYER).kind((short) ShareKind.AMOUNT.code()).value(100).taken(0);
        splits.next().account(BUYER).kind((short) ShareKind.BPS.code()).value(250).taken(7);
        result.milestonesCount(0);
        return bytes(buffer, result.encodedLength());
    }

    /** The bytes of a message: header and {@code bodyLength}. */
    public static byte[] bytes(ExpandableArrayBuffer buffer, int bodyLength) {
        byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + bodyLength];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
