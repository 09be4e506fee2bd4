package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointEncoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;
import org.agrona.DirectBuffer;

/**
 * {@code PATCH /v1/webhook_endpoints/{id}}: changes some members and keeps the rest. Like that of
 * an account it reads the present text, merges, and replaces it if it is still the same.
 */
final class UpdateWebhookEndpoint implements Operation.Slow {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional("url", "events", "description", "disabled")
                    .keepingNulls();

    private static final int TRIES = 3;

    private final boolean sandbox;

    /**
     * @param sandbox whether plain http and loopback addresses are allowed
     */
    UpdateWebhookEndpoint(boolean sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        WebhookEndpointPatch patch = WebhookEndpointPatch.read(bench.body(request), sandbox);
        for (int attempt = 1; ; attempt++) {
            if (tried(request, attempt, patch, bench, answer)) {
                return;
            }
        }
    }

    /** One try; false if somebody else changed it meanwhile and there are tries left. */
    private static boolean tried(
            Request request,
            int attempt,
            WebhookEndpointPatch patch,
            Workbench bench,
            Answer answer)
            throws InterruptedException {
        int query = GetObject.encode(request, IdKind.WEBHOOK_ENDPOINT, bench);
        if (!(LedgerCall.ask(bench, query)
                instanceof LedgerCall.Reply.Result(long sequence, DirectBuffer message))) {
            throw new IllegalStateException("a query has no stored outcome");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, 0);
        if (header.templateId() != WebhookEndpointResultDecoder.TEMPLATE_ID) {
            bench.renderer().render(Form.ACTED, message, 0, sequence, answer);
            return true;
        }
        WebhookEndpointResultDecoder endpoint =
                new WebhookEndpointResultDecoder().wrapAndApplyHeader(message, 0, header);
        long textSequence = endpoint.textSequence();
        boolean before = endpoint.status() == WebhookEndpointStatus.DISABLED.code();
        JsonWriter text = request.text().reset();
        patch.merge(bench.texts().at(textSequence), text);
        int command = encode(request, attempt, textSequence, patch.isDisabled(before), bench);
        boolean last = attempt == TRIES;
        return switch (LedgerCall.ask(bench, command)) {
            case LedgerCall.Reply.Result result -> {
                if (!last && wasChanged(result.message(), 0)) {
                    yield false;
                }
                bench.texts().own(result.sequence(), text);
                bench.renderer().render(Form.ACTED, result.message(), 0, result.sequence(), answer);
                yield true;
            }
            case LedgerCall.Reply.Replay replay -> {
                Frame frame = bench.replay(request, replay.sequence());
                if (!last && wasChanged(frame.buffer(), frame.resultOffset())) {
                    yield false;
                }
                answer.replayed(true);
                bench.renderer()
                        .render(
                                Form.ACTED,
                                frame.buffer(),
                                frame.resultOffset(),
                                frame.sequence(),
                                answer);
                yield true;
            }
        };
    }

    /** Each try has an idempotency hash of its own, as with accounts. */
    private static int encode(
            Request request, int attempt, long textSequence, boolean disabled, Workbench bench) {
        UpdateWebhookEndpointEncoder command = new UpdateWebhookEndpointEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        if (request.keyed()) {
            command.origin().idempotencyLow(request.idempotencyLow() + attempt - 1);
        }
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT))
                .disabled((short) (disabled ? 1 : 0))
                .expectedTextSequence(textSequence)
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static boolean wasChanged(DirectBuffer message, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, offset);
        return header.templateId() == RefusalDecoder.TEMPLATE_ID
                && new RefusalDecoder().wrapAndApplyHeader(message, offset, header).code()
                        == ResultCode.TEXT_CHANGED.number();
    }
}
