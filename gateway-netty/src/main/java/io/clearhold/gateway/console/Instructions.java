package io.clearhold.gateway.console;

import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.gateway.operation.Workbench;
import java.util.Optional;

/** What a bank instruction serves: the frame that made it says so, and its id names the frame. */
final class Instructions {
    private Instructions() {}

    /** The id of the payment, or of the payout, if there is such an instruction. */
    static Optional<String> served(Workbench bench, String id) {
        long instruction = ObjectId.parse(IdKind.INSTRUCTION, id);
        long sequence = ObjectId.sequence(instruction);
        Frame frame = new Frame();
        // A frame above the watermark may be there already, and is nobody's to see.
        if (sequence > bench.parts().ledger().watermark() || !bench.texts().read(sequence, frame)) {
            return Optional.empty();
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        frame.rewindEvents();
        while (frame.nextEvent()) {
            header.wrap(frame.buffer(), frame.eventOffset());
            if (header.templateId() == InstructionQueuedDecoder.TEMPLATE_ID) {
                InstructionQueuedDecoder event =
                        new InstructionQueuedDecoder()
                                .wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                if (event.instruction() == instruction) {
                    long payment = event.chain().payment();
                    return Optional.of(
                            payment == ObjectId.NONE
                                    ? ObjectId.toText(IdKind.PAYOUT, event.subject())
                                    : ObjectId.toText(IdKind.PAYMENT, payment));
                }
            }
        }
        return Optional.empty();
    }
}
