package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.clearhold.gateway.render.ResultRenderer.Form;
import io.clearhold.gateway.render.StoryRenderer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * {@code GET /v1/payments/{id}/story}: every event of a payment, oldest first. Each frame names the
 * payment's frame before it, so the journal is read backwards without an index.
 */
final class GetStory implements Operation.Slow {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName HAS_MORE = JsonName.of("has_more");

    private final int frameLimit;

    GetStory(int frameLimit) {
        this.frameLimit = frameLimit;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        int query = GetObject.encode(request, IdKind.PAYMENT, bench);
        if (!(LedgerCall.ask(bench, query)
                instanceof LedgerCall.Reply.Result(long framed, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() != PaymentResultDecoder.TEMPLATE_ID) {
            bench.renderer().render(Form.ACTED, message, 0, framed, answer);
            return;
        }
        PaymentResultDecoder payment =
                new PaymentResultDecoder().wrapAndApplyHeader(message, 0, header);
        StoryRenderer story = new StoryRenderer(bench.parts().settings());
        List<byte[]> newestFirst = new ArrayList<>();
        long sequence = payment.sequence();
        Frame frame = new Frame();
        while (sequence != 0 && newestFirst.size() < frameLimit) {
            if (!bench.texts().read(sequence, frame)) {
                throw RequestRefused.of(
                        ProblemCode.UNAVAILABLE, "A frame of the story cannot be read at present.");
            }
            newestFirst.add(story.items(frame, payment.payment()));
            sequence = story.previous();
        }
        JsonWriter out = answer.begin(200, MediaType.JSON).beginObject();
        out.member(OBJECT, "list");
        out.name(DATA).beginArray();
        for (byte[] items : newestFirst.reversed()) {
            if (items.length > 0) {
                out.raw(items, 0, items.length);
            }
        }
        out.endArray();
        out.member(HAS_MORE, sequence != 0);
        out.endObject();
    }
}
