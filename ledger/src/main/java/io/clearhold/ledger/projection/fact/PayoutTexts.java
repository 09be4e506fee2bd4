package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * Where a payout goes to, as text: the destination that its own command named, else the bank
 * account that the account's text had when the payout was made, read from the frame that brought
 * it. Confined to one thread.
 */
final class PayoutTexts {
    private final JournalReader reader;
    private final Frame frame = new Frame();
    private final CommandText commandText = new CommandText();

    PayoutTexts(JournalReader reader) {
        this.reader = reader;
    }

    @Nullable String of(long textSequence, FrameView current) {
        if (textSequence == current.sequence()) {
            return current.text(CreatePayoutDecoder.TEMPLATE_ID);
        }
        if (!reader.read(textSequence, frame)) {
            return null;
        }
        return TextMembers.keep(commandText.any(frame), name -> name.equals("bank_account"));
    }
}
