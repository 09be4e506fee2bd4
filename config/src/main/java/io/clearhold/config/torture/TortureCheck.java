package io.clearhold.config.torture;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.journal.JournalFolder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.ledger.replay.Replay;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads the journal of a stopped server again, from the first frame, and checks I1 to I5. */
final class TortureCheck {
    private final DataFolder folder;
    private final List<String> broken = new ArrayList<>();
    private String hashAtHead = "";

    TortureCheck(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Checks it.
     *
     * @param headSequence where the server said which state it had
     * @param headHash the hash that it said
     * @return what is not as promised, one sentence each
     */
    List<String> run(long headSequence, String headHash) {
        Replay replay = new Replay(true);
        Set<Key> keys = new HashSet<>();
        OriginDecoder origin = new OriginDecoder();
        JournalFolder.Look look =
                new JournalFolder(folder)
                        .read(frame -> {
                            replay.accept(frame);
                            origin.wrap(
                                    frame.buffer(),
                                    frame.commandOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
                            Key key = new Key(origin.idempotencyHigh(), origin.idempotencyLow());
                            if (!key.isNone() && !keys.add(key)) {
                                broken.add(
                                        "I4: the key of frame "
                                                + frame.sequence()
                                                + " had an effect before");
                            }
                            if (frame.sequence() == headSequence) {
                                hashAtHead = hash(replay.machine().state());
                            }
                            return true;
                        });
        look.damage().ifPresent(damage -> broken.add("I3: " + damage));
        if (!hashAtHead.equals(headHash)) {
            broken.add(
                    "I5: the server had state hash %s at sequence %d, replay has %s"
                            .formatted(headHash, headSequence, hashAtHead));
        }
        if (replay.differenceCount() > 0) {
            broken.add("I5: decided differently: " + replay.differences());
        }
        checkState(replay.machine().state());
        return List.copyOf(broken);
    }

    private record Key(long high, long low) {
        boolean isNone() {
            return (high | low) == 0;
        }
    }

    private void checkState(LedgerState state) {
        for (int currency : state.book().currencies()) {
            CurrencyTotals totals = state.book().totals(currency);
            if (totals.imbalance() != 0) {
                broken.add("I1: currency " + currency + " is off by " + totals.imbalance());
            }
        }
        PaymentTable payments = state.payments();
        for (int i = 0; i < payments.size(); i++) {
            long parts = payments.held(i) + payments.released(i) + payments.refunded(i);
            boolean negative =
                    payments.held(i) < 0 || payments.released(i) < 0 || payments.refunded(i) < 0;
            if (negative || parts != payments.collected(i)) {
                broken.add(
                        "I2: payment %d collected %d, and has %d held, %d released, %d refunded"
                                .formatted(
                                        payments.id(i),
                                        payments.collected(i),
                                        payments.held(i),
                                        payments.released(i),
                                        payments.refunded(i)));
            }
        }
    }

    private static String hash(LedgerState state) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(state.hashHigh()) + hex.toHexDigits(state.hashLow());
    }
}
