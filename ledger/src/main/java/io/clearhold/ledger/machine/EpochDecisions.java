package io.clearhold.ledger.machine;

import io.clearhold.core.codec.BeginEpochDecoder;
import io.clearhold.core.codec.EpochBegunEncoder;
import io.clearhold.core.codec.EpochsResultEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Decides the epoch of ids, which a restored ledger begins once. */
final class EpochDecisions {
    private final LedgerState state;
    private final BeginEpochDecoder begin = new BeginEpochDecoder();
    private final EpochBegunEncoder begun = new EpochBegunEncoder();

    EpochDecisions(LedgerState state) {
        this.state = state;
    }

    /** Decides a command; returns whether it was this one. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        if (header.templateId() != BeginEpochDecoder.TEMPLATE_ID) {
            return false;
        }
        begin.wrapAndApplyHeader(buffer, offset, header);
        if (Role.of(begin.origin().role()) != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (begin.epoch() <= state.epochs().current()) {
            decision.refuse(ResultCode.EPOCH_USED, state.epochs().current(), begin.epoch());
        } else {
            decision.event(begun).epoch(begin.epoch());
            decision.end();
        }
        return true;
    }

    /** Answers which there are; returns the length. */
    static int write(LedgerState state, MutableDirectBuffer buffer) {
        List<IdEpochs.Begun> all = state.epochs().all().begun();
        EpochsResultEncoder result = new EpochsResultEncoder();
        result.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        EpochsResultEncoder.EpochsEncoder rows = result.epochsCount(all.size());
        for (IdEpochs.Begun each : all) {
            rows.next().sequence(each.sequence()).epoch((short) each.epoch());
        }
        return result.limit();
    }
}
