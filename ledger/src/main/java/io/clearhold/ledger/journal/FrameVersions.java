package io.clearhold.ledger.journal;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import java.nio.file.Path;

/**
 * Refuses what a newer program wrote: it is whole, and this program would take it for damage or
 * read it wrongly.
 */
final class FrameVersions {
    private final Path folder;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    FrameVersions(Path folder) {
        this.folder = folder;
    }

    /** For a frame that could not be loaded. */
    void checkFormat(Frame frame, long sequence) {
        if (frame.isOfNewerFormat()) {
            throw refused("frames of format " + frame.format(), "format " + Frame.FORMAT, sequence);
        }
    }

    /** For a frame that was loaded. */
    void checkEvents(Frame frame) {
        frame.rewindEvents();
        while (frame.nextEvent()) {
            header.wrap(frame.buffer(), frame.eventOffset());
            if (header.version() > MessageHeaderDecoder.SCHEMA_VERSION) {
                throw refused(
                        "events of version " + header.version(),
                        "version " + MessageHeaderDecoder.SCHEMA_VERSION,
                        frame.sequence());
            }
        }
        frame.rewindEvents();
    }

    private JournalTooNewException refused(String found, String known, long sequence) {
        return new JournalTooNewException(
                "the journal in %s holds %s from sequence %d on, and this program reads up to %s: start the newer program that wrote it; nothing was changed"
                        .formatted(folder, found, sequence, known));
    }
}
