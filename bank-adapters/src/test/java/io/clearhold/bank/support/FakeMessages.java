package io.clearhold.bank.support;

import io.clearhold.core.codec.ClockResultEncoder;
import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreatePayoutEncoder;
import io.clearhold.core.codec.DoneEncoder;
import io.clearhold.core.codec.InstructionAcceptedEncoder;
import io.clearhold.core.codec.InstructionClaimedEncoder;
import io.clearhold.core.codec.InstructionClosingEncoder;
import io.clearhold.core.codec.InstructionDeferredEncoder;
import io.clearhold.core.codec.InstructionDueEncoder;
import io.clearhold.core.codec.InstructionFailedEncoder;
import io.clearhold.core.codec.InstructionListEncoder;
import io.clearhold.core.codec.InstructionQueuedEncoder;
import io.clearhold.core.codec.InstructionSettledEncoder;
import io.clearhold.core.codec.InstructionUnknownEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.codec.PaymentPendingEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.codec.RefusalEncoder;
import io.clearhold.core.codec.TickEncoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.port.Channel;
import io.clearhold.core.result.ResultCode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes what the fake ledger's frames and answers hold. */
final class FakeMessages {
    static final int CNY = 156;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    /** An open instruction. */
    static final class Row {
        private final long id;
        private final InstructionKind kind;
        private final long payment;
        private final long amountMinor;
        private final long textSequence;
        private final long previous;
        private InstructionStatus status = InstructionStatus.QUEUED;
        private boolean closing;

        Row(
                long id,
                InstructionKind kind,
                long payment,
                long amountMinor,
                long textSequence,
                long previous) {
            this.id = id;
            this.kind = kind;
            this.payment = payment;
            this.amountMinor = amountMinor;
            this.textSequence = textSequence;
            this.previous = previous;
        }

        long id() {
            return id;
        }

        InstructionStatus status() {
            return status;
        }

        void status(InstructionStatus next) {
            status = next;
        }

        void closing(boolean value) {
            closing = value;
        }
    }

    byte[] frame(
            long sequence,
            long timeMs,
            MutableDirectBuffer command,
            MutableDirectBuffer... events) {
        Frame frame = new Frame();
        frame.begin(1, sequence, timeMs, command, 0, command.capacity());
        MutableDirectBuffer result = done();
        frame.putResult(result, 0, result.capacity());
        ExpandableArrayBuffer all = new ExpandableArrayBuffer();
        int length = 0;
        for (MutableDirectBuffer event : events) {
            all.putInt(length, event.capacity(), ByteOrder.LITTLE_ENDIAN);
            all.putBytes(length + Integer.BYTES, event, 0, event.capacity());
            length += Integer.BYTES + event.capacity();
        }
        frame.putEvents(all, 0, length);
        frame.end(sequence - 1, 1);
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(0, bytes);
        return bytes;
    }

    MutableDirectBuffer payPayment(String text) {
        PayPaymentEncoder encoder = new PayPaymentEncoder();
        byte[] bytes = bytes(text);
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .putText(bytes, 0, bytes.length);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer refundPayment(String text) {
        RefundPaymentEncoder encoder = new RefundPaymentEncoder();
        byte[] bytes = bytes(text);
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .putText(bytes, 0, bytes.length);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer createPayout(String text) {
        CreatePayoutEncoder encoder = new CreatePayoutEncoder();
        byte[] bytes = bytes(text);
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .putText(bytes, 0, bytes.length);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer createAccount(String text) {
        CreateAccountEncoder encoder = new CreateAccountEncoder();
        byte[] bytes = bytes(text);
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .putText(bytes, 0, bytes.length);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer tick() {
        TickEncoder encoder = new TickEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder());
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer paymentPending(Row row, long previous) {
        PaymentPendingEncoder encoder = new PaymentPendingEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder());
        encoder.chain().payment(row.payment).previous(previous);
        encoder.attempt(1).instruction(row.id);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionQueued(Row row) {
        InstructionQueuedEncoder encoder = new InstructionQueuedEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder());
        encoder.chain().payment(row.payment).previous(row.previous);
        encoder.instruction(row.id)
                .kind((short) row.kind.code())
                .channel((short) Channel.SANDBOX.number())
                .amount(row.amountMinor)
                .currency(CNY)
                .textSequence(row.textSequence);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionDue(long instruction) {
        InstructionDueEncoder encoder = new InstructionDueEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionClosing(long instruction) {
        InstructionClosingEncoder encoder = new InstructionClosingEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionClaimed(long instruction) {
        InstructionClaimedEncoder encoder = new InstructionClaimedEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionDeferred(long instruction) {
        InstructionDeferredEncoder encoder = new InstructionDeferredEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionAccepted(long instruction) {
        InstructionAcceptedEncoder encoder = new InstructionAcceptedEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionUnknown(long instruction) {
        InstructionUnknownEncoder encoder = new InstructionUnknownEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionSettled(long instruction) {
        InstructionSettledEncoder encoder = new InstructionSettledEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer instructionFailed(long instruction) {
        InstructionFailedEncoder encoder = new InstructionFailedEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).instruction(instruction);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer done() {
        DoneEncoder encoder = new DoneEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder());
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer refusal(ResultCode code) {
        RefusalEncoder encoder = new RefusalEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder()).code(code.number());
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer clock(long nowMs, long targetMs, long nextDeadlineMs) {
        ClockResultEncoder encoder = new ClockResultEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .nowMs(nowMs)
                .targetMs(targetMs)
                .nextDeadlineMs(nextDeadlineMs);
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    MutableDirectBuffer list(Collection<Row> rows, int atMost) {
        InstructionListEncoder encoder = new InstructionListEncoder();
        encoder.wrapAndApplyHeader(room(), 0, new MessageHeaderEncoder())
                .more((short) (rows.size() > atMost ? 1 : 0));
        InstructionListEncoder.InstructionsEncoder group =
                encoder.instructionsCount(Math.min(rows.size(), atMost));
        rows.stream()
                .limit(atMost)
                .forEach(row ->
                        group.next()
                                .instruction(row.id)
                                .kind((short) row.kind.code())
                                .payment(row.payment)
                                .status((short) row.status.code())
                                .channel((short) Channel.SANDBOX.number())
                                .amount(row.amountMinor)
                                .currency(CNY)
                                .closing((short) (row.closing ? 1 : 0))
                                .textSequence(row.textSequence));
        return cut(encoder.buffer(), encoder.encodedLength());
    }

    private static MutableDirectBuffer room() {
        return new ExpandableArrayBuffer(4_096);
    }

    private static MutableDirectBuffer cut(MutableDirectBuffer buffer, int encodedLength) {
        byte[] bytes = new byte[HEADER + encodedLength];
        buffer.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
