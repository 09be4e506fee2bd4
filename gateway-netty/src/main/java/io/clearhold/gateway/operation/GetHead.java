package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetHeadEncoder;
import io.clearhold.core.codec.HeadResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.LedgerProofRenderer;
import io.clearhold.gateway.render.MediaType;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.agrona.DirectBuffer;

/**
 * {@code GET /v1/ledger/head}: the last sequence, the hash of exactly that state and the root of
 * the tree over exactly these frames, signed. The ledger is asked through the ring, so that the
 * head covers every answer already given; the tree follows and is waited for.
 */
final class GetHead implements Operation.Slow {
    private final LedgerProofs proofs;

    GetHead(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        GetHeadEncoder query = new GetHeadEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        int length = MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        if (!(LedgerCall.ask(bench, length)
                instanceof LedgerCall.Reply.Result(long framed, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() != HeadResultDecoder.TEMPLATE_ID) {
            bench.renderer().render(Form.ACTED, message, 0, framed, answer);
            return;
        }
        HeadResultDecoder head = new HeadResultDecoder().wrapAndApplyHeader(message, 0, header);
        proofs.awaitSize(head.sequence());
        LedgerProofs.SignedHead signed =
                proofs.sign(head.sequence(), head.stateHashHigh(), head.stateHashLow());
        LedgerProofRenderer.head(signed, answer.begin(200, MediaType.JSON));
    }
}
