package io.clearhold.config.engine;

import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.engine.LedgerMessages;
import io.clearhold.core.codec.InstructionListDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * After a restore: an instruction that the backup has as queued may have reached its bank in the
 * time that was lost. Each is claimed, so that bank dispatch takes it for one that was being sent:
 * it asks the bank and never sends it again.
 */
public final class QueuedInstructions {
    private static final int PAGE = 256;

    private QueuedInstructions() {}

    /** Claims all of them, durably; returns how many there were. */
    public static int claim(OpenLedger ledger) {
        int claimed = 0;
        long after = ObjectId.NONE;
        boolean more = true;
        while (more) {
            LedgerCalls.Result page =
                    ledger.calls().call(plain(LedgerMessages.getOpenInstructions(after, PAGE)));
            InstructionListDecoder list = new InstructionListDecoder();
            list.wrapAndApplyHeader(page.message(), 0, new MessageHeaderDecoder());
            more = list.more() != 0;
            List<Long> queued = new ArrayList<>();
            for (InstructionListDecoder.InstructionsDecoder row : list.instructions()) {
                after = row.instruction();
                if (InstructionStatus.of(row.status()) == InstructionStatus.QUEUED) {
                    queued.add(after);
                }
            }
            for (long instruction : queued) {
                ledger.calls().call(plain(LedgerMessages.claimInstruction(instruction)));
                claimed++;
            }
        }
        return claimed;
    }

    private static CommandMessage plain(LedgerMessage message) {
        return new CommandMessage(message.buffer(), message.length());
    }
}
