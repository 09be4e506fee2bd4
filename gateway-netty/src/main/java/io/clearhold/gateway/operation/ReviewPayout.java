package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ReviewPayoutEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonWriter;

/** {@code POST /v1/payouts/{id}/release|refuse}: the staff decides about what a rule holds. */
final class ReviewPayout implements Operation.ThroughRing {
    private final boolean released;

    ReviewPayout(boolean released) {
        this.released = released;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        JsonWriter text = MoveAccount.reason(request, bench);
        ReviewPayoutEncoder command = new ReviewPayoutEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payout(request.id(IdKind.PAYOUT))
                .released((short) (released ? 1 : 0))
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
