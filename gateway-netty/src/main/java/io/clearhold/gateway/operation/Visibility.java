package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.agrona.DirectBuffer;

/** Whether a caller may see the object in the path: what the ledger says of it by id. */
final class Visibility {
    private Visibility() {}

    /** Asks the ledger; if it refuses, the answer is its refusal. */
    static boolean of(Request request, IdKind kind, Workbench bench, Answer answer)
            throws InterruptedException {
        int query = GetObject.encode(request, kind, bench);
        if (!(LedgerCall.ask(bench, query)
                instanceof LedgerCall.Reply.Result(long framed, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        int template = new MessageHeaderDecoder().wrap(message, 0).templateId();
        if (template != RefusalDecoder.TEMPLATE_ID) {
            return true;
        }
        bench.renderer().render(Form.ACTED, message, 0, framed, answer);
        return false;
    }
}
