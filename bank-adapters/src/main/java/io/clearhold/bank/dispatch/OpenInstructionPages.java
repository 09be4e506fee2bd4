package io.clearhold.bank.dispatch;

import io.clearhold.bank.engine.LedgerAnswer;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerMessages;
import io.clearhold.core.codec.InstructionListDecoder;
import io.clearhold.core.codec.InstructionListDecoder.InstructionsDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.lifecycle.InstructionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the state which instructions are open. Dispatch remembers nothing of its own about them, so
 * that a restart knows as much as it did before.
 */
final class OpenInstructions {
    /** One page, in the order of ids. */
    record Page(List<OpenInstruction> instructions, boolean more) {}

    private final LedgerClient ledger;

    OpenInstructions(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** The instruction, empty if it is at its end. */
    Optional<OpenInstruction> find(long id) throws InterruptedException {
        return page(id - 1, 1).instructions().stream().filter(open -> open.id() == id).findFirst();
    }

    Page page(long afterInstruction, int atMost) throws InterruptedException {
        LedgerAnswer answer =
                ledger.ask(
                        LedgerMessages.getOpenInstructions(afterInstruction, atMost),
                        LedgerClient.FOR_EVER);
        return switch (answer) {
            case LedgerAnswer.Result result -> decode(result);
            case LedgerAnswer.Stopped _ -> throw new LedgerStoppedException();
            case LedgerAnswer.Busy _, LedgerAnswer.OutcomeUnknown _ ->
                    throw new IllegalStateException("the ledger did not list open instructions");
        };
    }

    private static Page decode(LedgerAnswer.Result result) {
        if (result.templateId() != InstructionListDecoder.TEMPLATE_ID) {
            throw new IllegalStateException(
                    "the ledger did not list open instructions: " + result.code());
        }
        InstructionListDecoder list = new InstructionListDecoder();
        list.wrapAndApplyHeader(result.message(), 0, new MessageHeaderDecoder());
        boolean more = list.more() != 0;
        List<OpenInstruction> instructions = new ArrayList<>();
        InstructionsDecoder row = list.instructions();
        while (row.hasNext()) {
            row.next();
            instructions.add(
                    new OpenInstruction(
                            row.instruction(),
                            InstructionStatus.of(row.status()),
                            row.closing() != 0));
        }
        return new Page(instructions, more);
    }
}
