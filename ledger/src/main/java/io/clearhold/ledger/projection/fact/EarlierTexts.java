package io.clearhold.ledger.projection.fact;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import org.jspecify.annotations.Nullable;

/** The text that the command of a frame brought, this one or an earlier one. One thread's. */
final class EarlierTexts {
    private final JournalReader reader;
    private final Frame frame = new Frame();
    private final CommandText commandText = new CommandText();

    EarlierTexts(JournalReader reader) {
        this.reader = reader;
    }

    /** Null if the frame's command has no place for one, or cannot be read. */
    @Nullable String of(long sequence, FrameView current) {
        if (sequence == current.sequence()) {
            return current.anyText();
        }
        return reader.read(sequence, frame) ? commandText.any(frame) : null;
    }
}
