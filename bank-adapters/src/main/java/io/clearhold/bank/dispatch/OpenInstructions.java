package io.clearhold.bank.dispatch;

import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.lifecycle.InstructionStatus;
import java.util.Optional;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * How each open instruction stands at the tail's position: filled from the state at the start, then
 * moved by the events that the tail reads, so that a due event needs no question to the writer. As
 * large as the number of open instructions in the state. Confined to the tail's thread, but for its
 * size.
 */
final class OpenInstructions {
    /** What an event asks dispatch to do. */
    enum Call {
        NOTHING,
        /** It is new: send it. */
        SUBMIT,
        /** The ladder's next rung: do what its status asks for. */
        GO_ON,
        /** It is to be closed, also behind work that is under way. */
        CLOSE
    }

    private final Long2ObjectHashMap<OpenInstruction> open = new Long2ObjectHashMap<>();
    private volatile int size;

    void add(OpenInstruction instruction) {
        open.put(instruction.id(), instruction);
        size = open.size();
    }

    /** Empty once it is at its end. */
    Optional<OpenInstruction> find(long instruction) {
        return Optional.ofNullable(open.get(instruction));
    }

    int size() {
        return size;
    }

    /** Takes over what the event says, if it is about an instruction. */
    Call apply(int eventTemplate, long instruction) {
        switch (eventTemplate) {
            case InstructionQueuedDecoder.TEMPLATE_ID -> {
                add(new OpenInstruction(instruction, InstructionStatus.QUEUED, false));
                return Call.SUBMIT;
            }
            case InstructionDueDecoder.TEMPLATE_ID -> {
                return Call.GO_ON;
            }
            case InstructionClosingDecoder.TEMPLATE_ID -> {
                find(instruction).ifPresent(it -> add(it.closingNow()));
                return Call.CLOSE;
            }
            case InstructionClaimedDecoder.TEMPLATE_ID ->
                    move(instruction, InstructionStatus.SUBMITTING);
            case InstructionDeferredDecoder.TEMPLATE_ID ->
                    move(instruction, InstructionStatus.QUEUED);
            case InstructionAcceptedDecoder.TEMPLATE_ID ->
                    move(instruction, InstructionStatus.ACCEPTED);
            case InstructionUnknownDecoder.TEMPLATE_ID ->
                    move(instruction, InstructionStatus.UNKNOWN);
            case InstructionSettledDecoder.TEMPLATE_ID,
                    InstructionFailedDecoder.TEMPLATE_ID,
                    InstructionReturnedDecoder.TEMPLATE_ID -> {
                open.remove(instruction);
                size = open.size();
            }
            default -> {}
        }
        return Call.NOTHING;
    }

    private void move(long instruction, InstructionStatus status) {
        find(instruction).ifPresent(it -> add(it.movedTo(status)));
    }
}
