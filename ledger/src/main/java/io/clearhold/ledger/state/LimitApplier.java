package io.clearhold.ledger.state;

import io.clearhold.core.codec.LimitsSetDecoder;
import io.clearhold.core.codec.LimitsUsedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdKind;
import org.agrona.DirectBuffer;

/** Applies what was set as rules of accounts and keys, and what was used of them. */
final class LimitApplier {
    private final LedgerState state;
    private final LimitTable limits;
    private final LimitsSetDecoder limitsSet = new LimitsSetDecoder();
    private final LimitsUsedDecoder limitsUsed = new LimitsUsedDecoder();

    LimitApplier(LedgerState state) {
        this.state = state;
        this.limits = state.limits;
    }

    /** Applies one event; returns whether it was one of these. */
    boolean apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case LimitsSetDecoder.TEMPLATE_ID ->
                    apply(limitsSet.wrapAndApplyHeader(buffer, offset, header));
            case LimitsUsedDecoder.TEMPLATE_ID ->
                    apply(limitsUsed.wrapAndApplyHeader(buffer, offset, header));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void apply(LimitsSetDecoder event) {
        boolean ofKey = event.key() != 0;
        long owner = ofKey ? event.key() : event.account();
        int ownerIndex = ofKey ? state.keys.find(owner) : state.accounts.find(owner);
        int first = ofKey ? state.keys.limits(ownerIndex) : state.accounts.limits(ownerIndex);
        for (int at = limits.at(first); at >= 0; at = limits.next(at)) {
            limits.clear(at);
        }
        int at = limits.at(first);
        int last = -1;
        int place = 0;
        for (LimitsSetDecoder.RulesDecoder rule : event.rules()) {
            int record = at >= 0 ? at : limits.grow(owner, place, last);
            if (first == 0) {
                first = record + 1;
            }
            limits.fill(
                    record,
                    rule.operation(),
                    rule.kind(),
                    rule.action(),
                    rule.currency(),
                    rule.value(),
                    rule.windowMs());
            last = record;
            at = limits.next(record);
            place++;
        }
        keep(ofKey, ownerIndex, first);
    }

    private void keep(boolean ofKey, int owner, int first) {
        if (ofKey) {
            state.keys.limits(owner, first);
            state.keys.limitsSequence(owner, state.sequence());
            state.keys.lastSequence(owner, state.sequence());
        } else {
            state.accounts.limits(owner, first);
            state.accounts.limitsSequence(owner, state.sequence());
            state.accounts.lastSequence(owner, state.sequence());
        }
    }

    private void apply(LimitsUsedDecoder event) {
        int first =
                event.ownerKind() == IdKind.KEY.code()
                        ? state.keys.limits(state.keys.find(event.owner()))
                        : state.accounts.limits(state.accounts.find(event.owner()));
        int place = 0;
        int at = limits.at(first);
        for (LimitsUsedDecoder.UsesDecoder use : event.uses()) {
            for (; place < use.place(); place++) {
                at = limits.next(at);
            }
            limits.use(at, use.windowStartMs(), use.used());
        }
    }
}
