package io.clearhold.ledger.projection.database;

import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import java.util.HexFormat;
import java.util.UUID;

/** Which journal it is: given once, by the first configuration in it. */
public record JournalId(long high, long low) {
    /** A journal that is not configured yet, or a view of nothing. */
    public static final JournalId NONE = new JournalId(0, 0);

    /** The configuration is the first thing that a server writes; nobody looks further. */
    private static final int FRAMES_TO_LOOK_AT = 1000;

    public boolean isNone() {
        return high == 0 && low == 0;
    }

    /** The id of a journal; {@link #NONE} while it has none, or does not keep its beginning. */
    public static JournalId of(JournalReader reader) {
        Frame frame = new Frame();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        ConfiguredDecoder configured = new ConfiguredDecoder();
        for (long sequence = 1; sequence <= FRAMES_TO_LOOK_AT; sequence++) {
            if (!reader.read(sequence, frame)) {
                return NONE;
            }
            frame.rewindEvents();
            while (frame.nextEvent()) {
                header.wrap(frame.buffer(), frame.eventOffset());
                if (header.templateId() == ConfiguredDecoder.TEMPLATE_ID) {
                    configured.wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                    return new JournalId(configured.journalIdHigh(), configured.journalIdLow());
                }
            }
        }
        return NONE;
    }

    /** 32 hexadecimal digits. */
    public String digits() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
