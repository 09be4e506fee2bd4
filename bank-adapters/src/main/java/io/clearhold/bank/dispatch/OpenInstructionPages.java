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

/** Asks the state which instructions are open, page by page. */
final class OpenInstructionPages {
    /** One page, in the order of ids. */
    record Page(List<OpenInstruction> instructions, boolean more) {}

    private final LedgerClient ledger;

    OpenInstructionPages(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /**
     * The page behind {@code afterInstruction}, which is the last of the page before or {@link
     * io.clearhold.core.id.ObjectId#NONE}.
     */
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
