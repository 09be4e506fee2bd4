package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.UpdateWebhookEndpointEncoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What a PATCH of a webhook endpoint changes. */
final class WebhookEndpointPatch implements TextRevision.Change {
    private static final List<JsonName> MEMBERS =
            List.of(
                    WebhookEndpointText.URL,
                    WebhookEndpointText.EVENTS,
                    WebhookEndpointText.DESCRIPTION);

    private final TextMembers changed = new TextMembers();
    private final JsonWriter text = new JsonWriter(512);
    private boolean removesDescription;
    private @Nullable Boolean disabled;

    private WebhookEndpointPatch() {}

    static WebhookEndpointPatch read(BodyReader body, boolean sandbox) {
        WebhookEndpointPatch patch = new WebhookEndpointPatch();
        for (int field = body.nextField(UpdateWebhookEndpoint.FIELDS);
                field >= 0;
                field = body.nextField(UpdateWebhookEndpoint.FIELDS)) {
            patch.member(field, body, sandbox);
        }
        patch.changed.wrap(patch.text.array(), 0, patch.text.length());
        return patch;
    }

    @Override
    public IdKind kind() {
        return IdKind.WEBHOOK_ENDPOINT;
    }

    @Override
    public int resultTemplate() {
        return WebhookEndpointResultDecoder.TEMPLATE_ID;
    }

    @Override
    public int encode(
            Request request,
            int attempt,
            DirectBuffer present,
            MessageHeaderDecoder header,
            Workbench bench) {
        WebhookEndpointResultDecoder endpoint =
                new WebhookEndpointResultDecoder().wrapAndApplyHeader(present, 0, header);
        long textSequence = endpoint.textSequence();
        boolean before = endpoint.status() == WebhookEndpointStatus.DISABLED.code();
        merge(bench.texts().at(textSequence), request.text());
        UpdateWebhookEndpointEncoder command = new UpdateWebhookEndpointEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        TextRevision.putOrigin(request, attempt, command.origin());
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT))
                .disabled((short) (isDisabled(before) ? 1 : 0))
                .expectedTextSequence(textSequence)
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void member(int field, BodyReader body, boolean sandbox) {
        if (body.isNull()) {
            if (field != 2) {
                throw body.invalid("cannot be removed");
            }
            removesDescription = true;
            return;
        }
        switch (field) {
            case 0 -> WebhookEndpointText.url(body, sandbox, text);
            case 1 -> WebhookEndpointText.events(body, text);
            case 2 -> WebhookEndpointText.description(body, text);
            case 3 -> disabled = body.bool();
            default -> throw new IllegalStateException("field " + field);
        }
    }

    /** Whether the endpoint is disabled after this patch. */
    private boolean isDisabled(boolean before) {
        Boolean asked = disabled;
        return asked == null ? before : asked;
    }

    /** Writes the endpoint's text after this patch. */
    private void merge(TextMembers present, JsonWriter out) {
        for (JsonName name : MEMBERS) {
            TextMembers source = changed.find(name) >= 0 ? changed : present;
            boolean removed = removesDescription && name == WebhookEndpointText.DESCRIPTION;
            if (!removed && source.find(name) >= 0) {
                source.copyOrNull(name, out);
            }
        }
    }
}
