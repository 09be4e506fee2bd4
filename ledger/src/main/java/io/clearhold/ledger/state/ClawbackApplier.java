package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import io.clearhold.core.codec.ReserveSetDecoder;
import org.agrona.DirectBuffer;

/** Applies events of reserves, templates 320 to 324. */
final class ClawbackApplier implements FactApplier {
    private final LedgerState state;
    private final ReserveSetDecoder reserveSet = new ReserveSetDecoder();
    private final ReserveReleasedDecoder reserveReleased = new ReserveReleasedDecoder();

    ClawbackApplier(LedgerState state) {
        this.state = state;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case ReserveSetDecoder.TEMPLATE_ID -> {
                reserveSet.wrapAndApplyHeader(buffer, offset, header);
                int account = state.accounts.find(reserveSet.account());
                state.accounts.reserve(account, reserveSet.bps(), reserveSet.days());
                state.accounts.lastSequence(account, state.sequence());
            }
            case ReserveReleasedDecoder.TEMPLATE_ID -> {
                reserveReleased.wrapAndApplyHeader(buffer, offset, header);
                state.tranches.take(reserveReleased.tranche(), reserveReleased.amount());
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of a reserve " + header.templateId());
        }
    }
}
