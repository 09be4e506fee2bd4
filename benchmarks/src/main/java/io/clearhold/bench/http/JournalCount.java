package io.clearhold.bench.http;

import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.JournalRecovery;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Counts the payments in a journal: what was answered must be there, once. */
final class JournalCount implements Consumer<Frame> {
    private long payments;

    /** Reads the journal of a server that has stopped. */
    static void require(Path journal, long expected) {
        JournalCount count = new JournalCount();
        new JournalRecovery(journal).open(0, count).journal().close();
        if (count.payments != expected) {
            throw new InvalidMeasurementException(
                    "the server answered "
                            + expected
                            + " payments, its journal holds "
                            + count.payments);
        }
    }

    @Override
    public void accept(Frame frame) {
        boolean created =
                template(frame, frame.commandOffset()) == CreatePaymentDecoder.TEMPLATE_ID
                        && template(frame, frame.resultOffset()) != RefusalDecoder.TEMPLATE_ID;
        if (created) {
            payments++;
        }
    }

    private static int template(Frame frame, int offset) {
        return frame.buffer()
                .getShort(
                        offset + MessageHeaderDecoder.templateIdEncodingOffset(),
                        ByteOrder.LITTLE_ENDIAN);
    }
}
