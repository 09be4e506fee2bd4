package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetSafeguardingEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.SafeguardingResultDecoder;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import java.util.Optional;
import org.agrona.DirectBuffer;

/** Asks the ledger how it stands now: open day, totals, headroom, open breaks. */
final class LedgerPosition {
    private LedgerPosition() {}

    /** Empty if the ledger refused; then the answer is its refusal. */
    static Optional<SafeguardingResultDecoder> ask(Request request, Workbench bench, Answer answer)
            throws InterruptedException {
        GetSafeguardingEncoder query = new GetSafeguardingEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        int length = MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        if (!(LedgerCall.ask(bench, length)
                instanceof LedgerCall.Reply.Result(long framed, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() != SafeguardingResultDecoder.TEMPLATE_ID) {
            bench.renderer().render(Form.ACTED, message, 0, framed, answer);
            return Optional.empty();
        }
        return Optional.of(new SafeguardingResultDecoder().wrapAndApplyHeader(message, 0, header));
    }
}
