package io.clearhold.bench.workload;

import io.clearhold.core.codec.ConfigureEncoder;
import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OpenDisputeEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.codec.ReportOutcomeEncoder;
import io.clearhold.core.codec.ShipPaymentEncoder;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.port.Channel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands as the gateway would encode them, encoded once: a workload patches what differs, so that
 * encoding costs next to nothing in what is measured.
 */
final class CommandTemplates {
    static final int CURRENCY = 156;
    static final long AMOUNT_MINOR = 12_900;
    static final long REFUND_MINOR = 2_900;

    private static final long PLATFORM = 1;
    private static final long KEY = 1;

    /** No deadline falls due while something is measured. */
    private static final long FAR_MS = TimeUnit.DAYS.toMillis(20);

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(1024);

    UnsafeBuffer configure(long idempotencyRetentionMs) {
        ConfigureEncoder command = new ConfigureEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.mode((short) ServerMode.SANDBOX.code())
                .shard((short) 0)
                .journalIdHigh(1)
                .journalIdLow(2)
                .payByDefaultMs(FAR_MS)
                .shipByDefaultMs(FAR_MS)
                .autoConfirmDefaultSeconds(FAR_MS / 1000)
                .idempotencyRetentionMs(idempotencyRetentionMs)
                .disputeOpenMs(FAR_MS)
                .disputeRejectedMs(FAR_MS)
                .disputeReturnAgreedMs(FAR_MS)
                .disputeReturnShippedMs(FAR_MS)
                .disputeEscalatedMs(FAR_MS)
                .awardWithoutApproval(0);
        command.currenciesCount(1).next().currency(CURRENCY).exponent((short) 2);
        command.channelsCount(1)
                .next()
                .channel((short) Channel.SANDBOX.number())
                .visibilityWindowMs(60_000);
        command.ladderCount(1).next().delayMs(FAR_MS);
        command.putText(new byte[0], 0, 0);
        return copy(command.limit());
    }

    UnsafeBuffer createAccount() {
        CreateAccountEncoder command = new CreateAccountEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.type((short) AccountType.MERCHANT.code())
                .hasBankAccount((short) 0)
                .bankAccountHash(0)
                .numberHash(0);
        byte[] text = text("\"name\":\"Merchant\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    /** With a fee in basis points, and one split if wanted. */
    UnsafeBuffer createPayment(boolean split) {
        CreatePaymentEncoder command = new CreatePaymentEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payee(0)
                .payer(0)
                .amount(AMOUNT_MINOR)
                .currency(CURRENCY)
                .mode((short) PaymentMode.ESCROW.code())
                .payByMs(0)
                .shipByMs(0)
                .autoRefund((short) 0)
                .autoConfirmAfterSeconds(-1)
                .referenceHigh(0)
                .referenceLow(0)
                .feeKind((short) ShareKind.BPS.code())
                .feeValue(60)
                .feeMin(0)
                .feeMax(0)
                .methodKind((short) MethodKind.NONE.code())
                .channel((short) 0)
                .wallet(0);
        CreatePaymentEncoder.SplitsEncoder splits = command.splitsCount(split ? 1 : 0);
        if (split) {
            splits.next().account(0).kind((short) ShareKind.BPS.code()).value(500);
        }
        command.milestonesCount(0);
        byte[] text =
                text("\"reference\":\"order-0000000000000000\",\"description\":\"Two books\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    UnsafeBuffer payPayment() {
        PayPaymentEncoder command = new PayPaymentEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(0)
                .methodKind((short) MethodKind.CHANNEL.code())
                .channel((short) Channel.SANDBOX.number())
                .wallet(0);
        byte[] text = text("\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    UnsafeBuffer reportSettled() {
        ReportOutcomeEncoder command = new ReportOutcomeEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.instruction(0)
                .outcome((short) BankOutcome.SETTLED.code())
                .evidence((short) Evidence.CALLBACK.code())
                .amount(AMOUNT_MINOR)
                .currency(CURRENCY)
                .cost(0);
        byte[] text = text("\"bank_reference\":\"b0000000000000000\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    UnsafeBuffer shipPayment() {
        ShipPaymentEncoder command = new ShipPaymentEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(0).milestone(0);
        byte[] text = text("\"carrier\":\"SF\",\"tracking_number\":\"SF0000000000000\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    UnsafeBuffer confirmPayment() {
        ConfirmPaymentEncoder command = new ConfirmPaymentEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(0).amount(0).milestone(0);
        return copy(command.limit());
    }

    UnsafeBuffer refundPayment() {
        RefundPaymentEncoder command = new RefundPaymentEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(0).amount(REFUND_MINOR).refundFee((short) 0).milestone(0);
        byte[] text = text("\"reason\":\"one was missing\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    UnsafeBuffer openDispute() {
        OpenDisputeEncoder command = new OpenDisputeEncoder();
        command.wrapAndApplyHeader(scratch, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(0).amount(REFUND_MINOR).hasEvidence((short) 0).milestone(0);
        byte[] text = text("\"reason\":\"one was missing\"");
        command.putText(text, 0, text.length);
        return copy(command.limit());
    }

    private static void origin(OriginEncoder origin, Role role) {
        origin.role((short) role.code())
                .renderer((short) 1)
                .attempt(0)
                .reserved(0)
                .platform(role == Role.PLATFORM ? PLATFORM : 0)
                .subject(0)
                .key(role == Role.PLATFORM ? KEY : 0)
                .idempotencyHigh(0)
                .idempotencyLow(0)
                .digestHigh(0)
                .digestLow(0);
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private UnsafeBuffer copy(int length) {
        byte[] bytes = new byte[length];
        scratch.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }
}
