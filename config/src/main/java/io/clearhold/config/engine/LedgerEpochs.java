package io.clearhold.config.engine;

import io.clearhold.config.StartRefusedException;
import io.clearhold.core.codec.BeginEpochEncoder;
import io.clearhold.core.codec.EpochsResultDecoder;
import io.clearhold.core.codec.GetEpochsEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;

/** The epochs of ids: which there are, and a new one for a ledger that was restored. */
public final class LedgerEpochs {
    private LedgerEpochs() {}

    /** Those of a running ledger. */
    public static IdEpochs of(OpenLedger ledger) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(128);
        GetEpochsEncoder query =
                new GetEpochsEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        query.origin().role((short) Role.SYSTEM.code());
        LedgerCalls.Result result = ledger.calls().call(new CommandMessage(buffer, query.limit()));
        EpochsResultDecoder decoder = new EpochsResultDecoder();
        decoder.wrapAndApplyHeader(result.message(), 0, new MessageHeaderDecoder());
        List<IdEpochs.Begun> begun = new ArrayList<>();
        for (EpochsResultDecoder.EpochsDecoder each : decoder.epochs()) {
            begun.add(new IdEpochs.Begun(each.sequence(), each.epoch()));
        }
        return new IdEpochs(begun);
    }

    /**
     * Begins another one, durably, before anything gets an id; unless an earlier attempt to start
     * this restored ledger did.
     *
     * @param restoredSequence where the backup ends
     * @param epoch which; 0 is the one after the last
     * @throws StartRefusedException if it is no later one, or there is none left
     */
    public static IdEpochs begin(OpenLedger ledger, int epoch, long restoredSequence) {
        IdEpochs known = of(ledger);
        int last = known.last();
        if (last > 0 && known.begun().getLast().sequence() > restoredSequence) {
            return known;
        }
        int next = epoch == 0 ? last + 1 : epoch;
        if (next <= last || next > ObjectId.MAX_EPOCH) {
            throw new StartRefusedException(
                    "ids are of epoch "
                            + last
                            + ": a restored ledger begins a later one, up to "
                            + ObjectId.MAX_EPOCH
                            + ", and "
                            + next
                            + " is none");
        }
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(128);
        BeginEpochEncoder command =
                new BeginEpochEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.origin().role((short) Role.SYSTEM.code());
        command.epoch((short) next);
        ledger.calls().call(new CommandMessage(buffer, command.limit()));
        return of(ledger);
    }
}
