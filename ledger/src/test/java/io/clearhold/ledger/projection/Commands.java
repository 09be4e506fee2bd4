package io.clearhold.ledger.projection;

import io.clearhold.core.codec.CancelPayoutEncoder;
import io.clearhold.core.codec.ClaimInstructionEncoder;
import io.clearhold.core.codec.ConfigureEncoder;
import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreateKeyEncoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.CreatePayoutEncoder;
import io.clearhold.core.codec.ExtendPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.codec.ReportOutcomeEncoder;
import io.clearhold.core.codec.SetPricingEncoder;
import io.clearhold.core.codec.ShipPaymentEncoder;
import io.clearhold.core.codec.UpdateAccountEncoder;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/** Commands as bytes, from the platform 1 unless said otherwise. */
final class Commands {
    static final int CNY = 156;
    static final int SANDBOX = 1;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long references;

    byte[] configure(long journalIdHigh, long journalIdLow) {
        ConfigureEncoder command = new ConfigureEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.mode((short) ServerMode.SANDBOX.code())
                .shard((short) 0)
                .journalIdHigh(journalIdHigh)
                .journalIdLow(journalIdLow)
                .payByDefaultMs(86_400_000)
                .shipByDefaultMs(86_400_000)
                .autoConfirmDefaultSeconds(864_000)
                .idempotencyRetentionMs(86_400_000)
                .disputeOpenMs(86_400_000)
                .disputeRejectedMs(86_400_000)
                .disputeReturnAgreedMs(86_400_000)
                .disputeReturnShippedMs(86_400_000)
                .disputeEscalatedMs(86_400_000)
                .awardWithoutApproval(0);
        command.currenciesCount(1).next().currency(CNY).exponent((short) 2);
        command.channelsCount(1).next().channel((short) SANDBOX).visibilityWindowMs(60_000);
        command.ladderCount(1).next().delayMs(3_600_000);
        command.putText(new byte[0], 0, 0);
        return bytes(command);
    }

    byte[] createKey(String text) {
        CreateKeyEncoder command = new CreateKeyEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.role((short) Role.PLATFORM.code()).platform(1).account(0).generation(1);
        putText(command::putText, text);
        return bytes(command);
    }

    byte[] createAccount(String text) {
        CreateAccountEncoder command =
                new CreateAccountEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.type((short) AccountType.MERCHANT.code())
                .hasBankAccount((short) 1)
                .bankAccountHash(0)
                .numberHash(0);
        putText(command::putText, text);
        return bytes(command);
    }

    byte[] updateAccount(long account, long expectedTextSequence, String text) {
        UpdateAccountEncoder command =
                new UpdateAccountEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.account(account)
                .hasBankAccount((short) 1)
                .expectedTextSequence(expectedTextSequence);
        putText(command::putText, text);
        return bytes(command);
    }

    byte[] setPricing(long account, long bps) {
        SetPricingEncoder command = new SetPricingEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.account(account)
                .feeKind((short) ShareKind.BPS.code())
                .feeValue(bps)
                .feeMin(0)
                .feeMax(0);
        return bytes(command);
    }

    /**
     * An escrow payment by the sandbox channel, one split of 10 % if there is an account for it.
     */
    byte[] createPayment(long payee, long amount, long splitAccount, String text) {
        return createPayment(payee, amount, splitAccount, 0, PaymentMode.ESCROW, text);
    }

    /** A payment that is paid at once: from a wallet if there is one, else by the channel. */
    byte[] createPayment(
            long payee,
            long amount,
            long splitAccount,
            long wallet,
            PaymentMode mode,
            String text) {
        CreatePaymentEncoder command =
                new CreatePaymentEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payee(payee)
                .payer(0)
                .amount(amount)
                .currency(CNY)
                .mode((short) mode.code())
                .payByMs(0)
                .shipByMs(0)
                .autoRefund((short) 0)
                .autoConfirmAfterSeconds(-1)
                .referenceHigh(7)
                .referenceLow(++references)
                .feeKind((short) ShareKind.NONE.code())
                .feeValue(0)
                .feeMin(0)
                .feeMax(0)
                .methodKind((short) (wallet == 0 ? MethodKind.CHANNEL : MethodKind.WALLET).code())
                .channel((short) SANDBOX)
                .wallet(wallet);
        CreatePaymentEncoder.SplitsEncoder splits = command.splitsCount(splitAccount == 0 ? 0 : 1);
        if (splitAccount != 0) {
            splits.next().account(splitAccount).kind((short) ShareKind.BPS.code()).value(1000);
        }
        command.milestonesCount(0);
        putText(command::putText, text);
        return bytes(command);
    }

    byte[] claim(long instruction) {
        ClaimInstructionEncoder command =
                new ClaimInstructionEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.instruction(instruction);
        return bytes(command);
    }

    byte[] report(long instruction, BankOutcome outcome, long amount) {
        ReportOutcomeEncoder command =
                new ReportOutcomeEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.SYSTEM);
        command.instruction(instruction)
                .outcome((short) outcome.code())
                .evidence((short) Evidence.CALLBACK.code())
                .amount(amount)
                .currency(CNY)
                .cost(0);
        putText(command::putText, "\"bank_reference\":\"b-1\"");
        return bytes(command);
    }

    byte[] ship(long payment) {
        ShipPaymentEncoder command = new ShipPaymentEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(payment).milestone(0);
        putText(command::putText, "\"carrier\":\"SF\",\"tracking_number\":\"1\"");
        return bytes(command);
    }

    byte[] extend(long payment, long seconds) {
        ExtendPaymentEncoder command =
                new ExtendPaymentEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(payment).seconds(seconds).milestone(0);
        return bytes(command);
    }

    /** Amount 0 is the rest. */
    byte[] confirm(long payment, long amount) {
        ConfirmPaymentEncoder command =
                new ConfirmPaymentEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(payment).amount(amount).milestone(0);
        return bytes(command);
    }

    byte[] refund(long payment, long amount) {
        RefundPaymentEncoder command =
                new RefundPaymentEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payment(payment).amount(amount).refundFee((short) 0).milestone(0);
        putText(command::putText, "\"reason\":\"broken\"");
        return bytes(command);
    }

    byte[] payOut(long account, long amount) {
        CreatePayoutEncoder command =
                new CreatePayoutEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.account(account)
                .amount(amount)
                .currency(CNY)
                .channel((short) SANDBOX)
                .hasDestination((short) 0);
        putText(command::putText, "");
        return bytes(command);
    }

    byte[] cancelPayout(long payout) {
        CancelPayoutEncoder command =
                new CancelPayoutEncoder().wrapAndApplyHeader(buffer, 0, header);
        origin(command.origin(), Role.PLATFORM);
        command.payout(payout);
        return bytes(command);
    }

    /** A generated method that puts variable data. */
    private interface TextTarget {
        Object put(byte[] source, int offset, int length);
    }

    private static void putText(TextTarget target, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        target.put(utf8, 0, utf8.length);
    }

    private static void origin(OriginEncoder origin, Role role) {
        origin.role((short) role.code())
                .renderer((short) 1)
                .attempt(0)
                .reserved(0)
                .platform(1)
                .subject(0)
                .key(0)
                .idempotencyHigh(0)
                .idempotencyLow(0)
                .digestHigh(0)
                .digestLow(0);
    }

    private byte[] bytes(MessageEncoderFlyweight command) {
        byte[] bytes = new byte[command.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
