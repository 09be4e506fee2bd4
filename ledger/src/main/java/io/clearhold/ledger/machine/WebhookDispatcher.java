package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.DeleteWebhookEndpointDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import org.agrona.DirectBuffer;

/** Brings each command about webhook endpoints to its decision. */
final class WebhookDispatcher {
    private final WebhookDecisions webhooks;
    private final CreateWebhookEndpointDecoder create = new CreateWebhookEndpointDecoder();
    private final UpdateWebhookEndpointDecoder update = new UpdateWebhookEndpointDecoder();
    private final RotateWebhookSecretDecoder rotate = new RotateWebhookSecretDecoder();
    private final DeleteWebhookEndpointDecoder delete = new DeleteWebhookEndpointDecoder();
    private final PingWebhookEndpointDecoder ping = new PingWebhookEndpointDecoder();
    private final ReplayWebhooksDecoder replay = new ReplayWebhooksDecoder();
    private final DisableWebhookEndpointDecoder disable = new DisableWebhookEndpointDecoder();

    WebhookDispatcher(WebhookDecisions webhooks) {
        this.webhooks = webhooks;
    }

    /** Decides a command; returns whether it was one of these. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        switch (header.templateId()) {
            case CreateWebhookEndpointDecoder.TEMPLATE_ID ->
                    webhooks.create(create.wrapAndApplyHeader(buffer, offset, header), decision);
            case UpdateWebhookEndpointDecoder.TEMPLATE_ID ->
                    webhooks.update(update.wrapAndApplyHeader(buffer, offset, header), decision);
            case RotateWebhookSecretDecoder.TEMPLATE_ID ->
                    webhooks.rotate(rotate.wrapAndApplyHeader(buffer, offset, header), decision);
            case DeleteWebhookEndpointDecoder.TEMPLATE_ID ->
                    webhooks.delete(delete.wrapAndApplyHeader(buffer, offset, header), decision);
            case PingWebhookEndpointDecoder.TEMPLATE_ID ->
                    webhooks.ping(ping.wrapAndApplyHeader(buffer, offset, header), decision);
            case ReplayWebhooksDecoder.TEMPLATE_ID ->
                    webhooks.replay(replay.wrapAndApplyHeader(buffer, offset, header), decision);
            case DisableWebhookEndpointDecoder.TEMPLATE_ID ->
                    webhooks.disable(disable.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
