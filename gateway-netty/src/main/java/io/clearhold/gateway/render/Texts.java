package io.clearhold.gateway.render;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import org.jspecify.annotations.Nullable;

/**
 * The texts that objects refer to by sequence, from the journal. The text of the request that is
 * just being answered is still at hand. Confined to one thread.
 */
public final class Texts implements TextSource, AutoCloseable {
    /** A frame that an object refers to cannot be read. */
    public static final class JournalUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        JournalUnreadable(long sequence) {
            super("the journal does not give frame " + sequence);
        }
    }

    private final Ledger ledger;
    private final Frame frame = new Frame();
    private final CommandText commandText = new CommandText();
    private final TextMembers members = new TextMembers();
    private @Nullable JournalReader reader;
    private @Nullable JsonWriter own;
    private long ownSequence;

    public Texts(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Until the next call, this text is the one that {@code sequence} brought. */
    public void own(long sequence, @Nullable JsonWriter text) {
        ownSequence = sequence;
        own = text;
    }

    @Override
    public TextMembers at(long sequence) {
        if (sequence == 0) {
            return members.clear();
        }
        JsonWriter atHand = own;
        if (atHand != null && sequence == ownSequence) {
            return members.wrap(atHand.array(), 0, atHand.length());
        }
        return inFrame(sequence);
    }

    /** From the journal in any case, since {@link #logTimeMs} is to be the frame's. */
    @Override
    public TextMembers shipment(long sequence) {
        return inFrame(sequence);
    }

    @Override
    public TextMembers findings(long sequence) {
        return sequence == 0 ? members.clear() : inFrame(sequence);
    }

    private TextMembers inFrame(long sequence) {
        if (!read(sequence, frame)) {
            throw new JournalUnreadable(sequence);
        }
        commandText.find(frame);
        return members.wrap(frame.buffer().byteArray(), commandText.offset(), commandText.length());
    }

    @Override
    public long logTimeMs() {
        return frame.logTimeMs();
    }

    /** Reads a frame into one of the caller's. */
    public boolean read(long sequence, Frame into) {
        JournalReader open = reader;
        if (open == null) {
            open = ledger.openReader();
            reader = open;
        }
        return open.read(sequence, into);
    }

    @Override
    public void close() {
        JournalReader open = reader;
        if (open != null) {
            open.close();
            reader = null;
        }
    }
}
