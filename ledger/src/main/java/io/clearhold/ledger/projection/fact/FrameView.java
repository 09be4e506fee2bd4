package io.clearhold.ledger.projection.fact;

import io.clearhold.core.frame.Frame;
import org.jspecify.annotations.Nullable;

/** The frame whose events are being read. Confined to one thread. */
final class FrameView {
    private final CommandText commandText = new CommandText();
    private Frame frame = new Frame();

    void show(Frame newFrame) {
        frame = newFrame;
    }

    long sequence() {
        return frame.sequence();
    }

    long atMs() {
        return frame.logTimeMs();
    }

    /** The text of the frame's command if it has this template, else null. */
    @Nullable String text(int commandTemplate) {
        return commandText.of(frame, commandTemplate);
    }

    /** The text of the frame's command, null if it has no place for one. */
    @Nullable String anyText() {
        return commandText.any(frame);
    }
}
