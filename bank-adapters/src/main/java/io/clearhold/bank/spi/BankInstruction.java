package io.clearhold.bank.spi;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;

/**
 * What a bank is told to do.
 *
 * @param id the bank knows the instruction by the text of this id, whatever happens to either side
 * @param amountMinor more than 0
 * @param currency ISO 4217, upper case
 */
public record BankInstruction(long id, long amountMinor, String currency, Purpose purpose) {
    /** What the money is to do; JSON is one object as the API took it, or {@code {}}. */
    public sealed interface Purpose {
        InstructionKind kind();
    }

    /** Collect; {@code methodJson} names the payer's means, in the channel's own terms. */
    public record Collect(String methodJson) implements Purpose {
        @Override
        public InstructionKind kind() {
            return InstructionKind.COLLECT;
        }
    }

    /**
     * Give collected money back.
     *
     * @param original the instruction that collected it, {@link ObjectId#NONE} if it is not known
     */
    public record Refund(long original, String reason) implements Purpose {
        @Override
        public InstructionKind kind() {
            return InstructionKind.REFUND;
        }
    }

    /**
     * Contest a chargeback: settled if it is won, rejected if it is lost.
     *
     * @param original the instruction that had collected, {@link ObjectId#NONE} if it is not known
     * @param evidence the payee's words
     */
    public record Contest(long original, String evidence) implements Purpose {
        @Override
        public InstructionKind kind() {
            return InstructionKind.CONTEST;
        }
    }

    /** Pay to a bank account: {@code {"holder", "number", "bank", "scheme"}}. */
    public record Payout(String destinationJson) implements Purpose {
        @Override
        public InstructionKind kind() {
            return InstructionKind.PAYOUT;
        }
    }

    public InstructionKind kind() {
        return purpose.kind();
    }

    /** The id as the bank sees it: {@code ins_…}. */
    public String text() {
        return ObjectId.toText(IdKind.INSTRUCTION, id);
    }
}
