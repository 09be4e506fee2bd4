package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.agrona.DirectBuffer;

/**
 * Changes an object of which the ledger knows the text only as a whole: reads the object, lets a
 * {@link Change} merge its text, and replaces it if it is still the one that was read; otherwise
 * once more.
 */
final class TextRevision {
    private static final int TRIES = 3;

    /** What is to be changed, and how. */
    interface Change {
        IdKind kind();

        /** The template of the result that shows such an object. */
        int resultTemplate();

        /**
         * Merges the text into {@link Request#text}, which is empty, and encodes the command into
         * {@link Workbench#message}; returns its length.
         *
         * @param present the result with the object as it is; {@code header} is read
         */
        int encode(
                Request request,
                int attempt,
                DirectBuffer present,
                MessageHeaderDecoder header,
                Workbench bench);
    }

    private TextRevision() {}

    static void run(Request request, Change change, Form form, Workbench bench, Answer answer)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            if (tried(request, attempt, change, form, bench, answer)) {
                return;
            }
        }
    }

    /**
     * Who asks, with an idempotency hash of its own for each try: one that came too late is stored
     * as such, and a retry of the request walks over it to the try that counted.
     */
    static void putOrigin(Request request, int attempt, OriginEncoder origin) {
        request.putOrigin(origin);
        if (request.keyed()) {
            origin.idempotencyLow(request.idempotencyLow() + attempt - 1);
        }
    }

    /** One try; false if somebody else changed the object meanwhile and there are tries left. */
    private static boolean tried(
            Request request, int attempt, Change change, Form form, Workbench bench, Answer answer)
            throws InterruptedException {
        int query = GetObject.encode(request, change.kind(), bench);
        LedgerCall.Reply found = LedgerCall.ask(bench, query);
        if (!(found instanceof LedgerCall.Reply.Result(long sequence, DirectBuffer present))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(present, 0);
        if (header.templateId() != change.resultTemplate()) {
            bench.renderer().render(form, present, 0, sequence, answer);
            return true;
        }
        request.text().reset();
        int command = change.encode(request, attempt, present, header, bench);
        boolean last = attempt == TRIES;
        return switch (LedgerCall.ask(bench, command)) {
            case LedgerCall.Reply.Result result -> {
                if (!last && wasChanged(result.message(), 0)) {
                    yield false;
                }
                bench.texts().own(result.sequence(), request.text());
                bench.renderer().render(form, result.message(), 0, result.sequence(), answer);
                yield true;
            }
            case LedgerCall.Reply.Replay replay -> {
                Frame frame = bench.replay(request, replay.sequence());
                if (!last && wasChanged(frame.buffer(), frame.resultOffset())) {
                    yield false;
                }
                answer.replayed(true);
                int at = frame.resultOffset();
                bench.renderer().render(form, frame.buffer(), at, frame.sequence(), answer);
                yield true;
            }
        };
    }

    private static boolean wasChanged(DirectBuffer message, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, offset);
        return header.templateId() == RefusalDecoder.TEMPLATE_ID
                && new RefusalDecoder().wrapAndApplyHeader(message, offset, header).code()
                        == ResultCode.TEXT_CHANGED.number();
    }
}
