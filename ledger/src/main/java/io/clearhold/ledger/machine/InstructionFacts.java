package io.clearhold.ledger.machine;

import io.clearhold.core.codec.InstructionQueuedEncoder;
import io.clearhold.core.lifecycle.InstructionKind;

/** Says that a bank is to be told. */
final class InstructionFacts {
    private final InstructionQueuedEncoder queued = new InstructionQueuedEncoder();

    /**
     * A bank is to be told of {@code subject}.
     *
     * @param payment 0 if it is about none
     * @param textSequence the frame whose text the bank is to be told
     */
    void queue(
            long payment,
            long instruction,
            InstructionKind kind,
            long subject,
            int channel,
            long amount,
            int currency,
            long textSequence,
            Decision decision) {
        decision.event(queued);
        decision.chain(queued.chain(), payment);
        queued.instruction(instruction)
                .kind((short) kind.code())
                .subject(subject)
                .channel((short) channel)
                .amount(amount)
                .currency(currency)
                .textSequence(textSequence);
        decision.end();
    }
}
