package io.clearhold.bench.workload;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.codec.ReportOutcomeEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The commands of scripts: templates in which only ids and keys are written anew. */
final class PatchedCommands {
    private final long keySeed;
    private final UnsafeBuffer configure;
    private final UnsafeBuffer createAccount;
    private final UnsafeBuffer createPlain;
    private final UnsafeBuffer createSplit;
    private final UnsafeBuffer pay;
    private final UnsafeBuffer report;
    private final UnsafeBuffer ship;
    private final UnsafeBuffer confirm;
    private final UnsafeBuffer refund;
    private final UnsafeBuffer dispute;
    private final OriginEncoder origin = new OriginEncoder();
    private final CreatePaymentEncoder createEncoder = new CreatePaymentEncoder();
    private final ReportOutcomeEncoder reportEncoder = new ReportOutcomeEncoder();
    private UnsafeBuffer command;

    /**
     * Encodes the templates.
     *
     * @param idempotencyRetentionMs for the settings
     * @param keySeed makes idempotency keys and references
     */
    PatchedCommands(long idempotencyRetentionMs, long keySeed) {
        this.keySeed = keySeed;
        CommandTemplates templates = new CommandTemplates();
        configure = templates.configure(idempotencyRetentionMs);
        createAccount = templates.createAccount();
        createPlain = templates.createPayment(false);
        createSplit = templates.createPayment(true);
        pay = templates.payPayment();
        report = templates.reportSettled();
        ship = templates.shipPayment();
        confirm = templates.confirmPayment();
        refund = templates.refundPayment();
        dispute = templates.openDispute();
        command = configure;
    }

    /** The one that was prepared last. */
    DirectBuffer command() {
        return command;
    }

    int length() {
        return command.capacity();
    }

    void configure() {
        command = configure;
    }

    void createAccount() {
        command = createAccount;
    }

    /** With a split to {@code splitAccount}, unless that is 0. */
    void create(long sequence, long payee, long payer, long splitAccount) {
        boolean split = splitAccount != 0;
        command = split ? createSplit : createPlain;
        key(sequence);
        createEncoder.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        createEncoder.payee(payee).payer(payer).referenceHigh(keySeed).referenceLow(sequence);
        if (split) {
            int splits = MessageHeaderDecoder.ENCODED_LENGTH + CreatePaymentDecoder.BLOCK_LENGTH;
            int first = splits + CreatePaymentDecoder.SplitsDecoder.sbeHeaderSize();
            command.putLong(first, splitAccount, ByteOrder.LITTLE_ENDIAN);
        }
    }

    void pay(long sequence, long payment) {
        about(pay, sequence, payment);
    }

    void ship(long sequence, long payment) {
        about(ship, sequence, payment);
    }

    void confirm(long sequence, long payment) {
        about(confirm, sequence, payment);
    }

    void refund(long sequence, long payment) {
        about(refund, sequence, payment);
    }

    void dispute(long sequence, long payment) {
        about(dispute, sequence, payment);
    }

    /** A bank's word. */
    void report(long instruction, long amountMinor) {
        command = report;
        reportEncoder.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        reportEncoder.instruction(instruction).amount(amountMinor);
    }

    /** The payment stands in the same place in all commands about one. */
    private void about(UnsafeBuffer template, long sequence, long payment) {
        command = template;
        key(sequence);
        command.putLong(
                MessageHeaderEncoder.ENCODED_LENGTH + PayPaymentEncoder.paymentEncodingOffset(),
                payment,
                ByteOrder.LITTLE_ENDIAN);
    }

    /** An idempotency key of its own, spread like the hash that it stands for. */
    private void key(long sequence) {
        origin.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH);
        long high = (keySeed ^ sequence) * 0x9e3779b97f4a7c15L;
        origin.idempotencyHigh(high ^ (high >>> 32)).idempotencyLow(sequence);
        origin.digestHigh(high).digestLow(~sequence);
    }
}
