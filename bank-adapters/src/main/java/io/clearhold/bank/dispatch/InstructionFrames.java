package io.clearhold.bank.dispatch;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.port.JournalReader;

/**
 * Finds an instruction in the journal: its id names the frame that queued it, that frame names the
 * one with its text. Confined to one thread.
 */
final class InstructionFrames {
    private final JournalReader journal;
    private final int maxChainHops;
    private final Frame frame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstructionQueuedDecoder queued = new InstructionQueuedDecoder();
    private final PaymentPendingDecoder pending = new PaymentPendingDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final ChainDecoder chain = new ChainDecoder();

    InstructionFrames(JournalReader journal, int maxChainHops) {
        this.journal = journal;
        this.maxChainHops = maxChainHops;
    }

    ChannelInstruction read(long instruction) {
        load(ObjectId.sequence(instruction));
        if (!moveToQueued(instruction)) {
            throw new IllegalStateException(
                    "the journal does not queue "
                            + ObjectId.toText(IdKind.INSTRUCTION, instruction)
                            + " where its id says");
        }
        InstructionKind kind = InstructionKind.of(queued.kind());
        int channel = queued.channel();
        long amountMinor = queued.amount();
        String currency = Currencies.code(queued.currency());
        long textSequence = queued.textSequence();
        long subject = queued.subject();
        long payment = queued.chain().payment();
        long previous = queued.chain().previous();
        JsonFields text = text(textSequence);
        BankInstruction.Purpose purpose;
        try {
            purpose =
                    switch (kind) {
                        case COLLECT, TOPUP, OWN_FUNDS ->
                                new BankInstruction.Collect(text.object("method"));
                        case GIVE_BACK -> new BankInstruction.Refund(subject, text.text("note"));
                        case REFUND ->
                                new BankInstruction.Refund(
                                        collection(payment, previous), text.text("reason"));
                        case CONTEST ->
                                new BankInstruction.Contest(
                                        collection(payment, previous), text.text("text"));
                        case PAYOUT, WITHDRAWAL ->
                                new BankInstruction.Payout(
                                        text.object(
                                                text.has("destination")
                                                        ? "destination"
                                                        : "bank_account"));
                    };
        } catch (JsonUnreadableException e) {
            throw new IllegalStateException("frame " + textSequence + ": " + e.why(), e);
        }
        return new ChannelInstruction(
                channel, new BankInstruction(instruction, amountMinor, currency, purpose));
    }

    private boolean moveToQueued(long instruction) {
        while (frame.nextEvent()) {
            int template = header.wrap(frame.buffer(), frame.eventOffset()).templateId();
            if (template == InstructionQueuedDecoder.TEMPLATE_ID) {
                queued.wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                if (queued.instruction() == instruction) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The command text of a frame; a deadline's refund has none. */
    private JsonFields text(long sequence) {
        try {
            if (sequence == 0) {
                return JsonFields.parseMembers("");
            }
            load(sequence);
            return JsonFields.parseMembers(CommandTexts.of(frame));
        } catch (JsonUnreadableException e) {
            throw new IllegalStateException("frame " + sequence + ": " + e.why(), e);
        }
    }

    /**
     * The instruction that collected for {@code payment}: the last attempt before the refund.
     *
     * @param from the sequence of the payment's frame before the refund's
     */
    private long collection(long payment, long from) {
        long sequence = from;
        for (int hop = 0; hop < maxChainHops && sequence > 0; hop++) {
            load(sequence);
            long previous = 0;
            long found = ObjectId.NONE;
            while (frame.nextEvent()) {
                int offset = frame.eventOffset();
                int template = header.wrap(frame.buffer(), offset).templateId();
                if (!ChainedEvents.contains(template)) {
                    continue;
                }
                chain.wrap(frame.buffer(), offset + MessageHeaderDecoder.ENCODED_LENGTH);
                if (chain.payment() != payment) {
                    continue;
                }
                previous = chain.previous();
                if (template == PaymentHeldDecoder.TEMPLATE_ID) {
                    held.wrapAndApplyHeader(frame.buffer(), offset, header);
                    found = held.instruction() == 0 ? found : held.instruction();
                }
                if (template == PaymentPendingDecoder.TEMPLATE_ID) {
                    found =
                            pending.wrapAndApplyHeader(frame.buffer(), offset, header)
                                    .instruction();
                }
            }
            if (found != ObjectId.NONE) {
                return found;
            }
            // A chain leads back; anything else would lead in circles.
            sequence = previous < sequence ? previous : 0;
        }
        return ObjectId.NONE;
    }

    private void load(long sequence) {
        if (!journal.read(sequence, frame)) {
            throw new IllegalStateException("the journal does not have frame " + sequence);
        }
        frame.rewindEvents();
    }
}
