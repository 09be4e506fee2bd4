package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.WebhookEndpointCreatedDecoder;
import io.clearhold.core.codec.WebhookEndpointDeletedDecoder;
import io.clearhold.core.codec.WebhookEndpointDisabledDecoder;
import io.clearhold.core.codec.WebhookEndpointUpdatedDecoder;
import io.clearhold.core.codec.WebhookPingedDecoder;
import io.clearhold.core.codec.WebhookReplayRequestedDecoder;
import io.clearhold.core.codec.WebhookSecretRotatedDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import org.agrona.DirectBuffer;

/** Applies the events of webhook endpoints. */
final class WebhookApplier {
    private final LedgerState state;
    private final WebhookEndpointTable endpoints;
    private final WebhookEndpointCreatedDecoder created = new WebhookEndpointCreatedDecoder();
    private final WebhookEndpointUpdatedDecoder updated = new WebhookEndpointUpdatedDecoder();
    private final WebhookSecretRotatedDecoder rotated = new WebhookSecretRotatedDecoder();
    private final WebhookEndpointDeletedDecoder deleted = new WebhookEndpointDeletedDecoder();
    private final WebhookEndpointDisabledDecoder disabled = new WebhookEndpointDisabledDecoder();
    private final WebhookPingedDecoder pinged = new WebhookPingedDecoder();
    private final WebhookReplayRequestedDecoder replayed = new WebhookReplayRequestedDecoder();

    WebhookApplier(LedgerState state) {
        this.state = state;
        this.endpoints = state.webhookEndpoints;
    }

    /** Applies one event; returns whether it was one of these. */
    boolean apply(int template, DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (template) {
            case WebhookEndpointCreatedDecoder.TEMPLATE_ID ->
                    apply(created.wrapAndApplyHeader(buffer, offset, header));
            case WebhookEndpointUpdatedDecoder.TEMPLATE_ID ->
                    apply(updated.wrapAndApplyHeader(buffer, offset, header));
            case WebhookSecretRotatedDecoder.TEMPLATE_ID -> {
                rotated.wrapAndApplyHeader(buffer, offset, header);
                int endpoint = touch(rotated.endpoint());
                endpoints.generation(endpoint, rotated.generation());
                endpoints.previousValidUntilMs(endpoint, rotated.previousValidUntilMs());
            }
            case WebhookEndpointDeletedDecoder.TEMPLATE_ID -> {
                int endpoint = touch(deleted.wrapAndApplyHeader(buffer, offset, header).endpoint());
                endpoints.status(endpoint, WebhookEndpointStatus.DELETED);
                endpoints.changeCount(endpoint, -1);
            }
            case WebhookEndpointDisabledDecoder.TEMPLATE_ID ->
                    endpoints.status(
                            touch(disabled.wrapAndApplyHeader(buffer, offset, header).endpoint()),
                            WebhookEndpointStatus.DISABLED);
            case WebhookPingedDecoder.TEMPLATE_ID ->
                    touch(pinged.wrapAndApplyHeader(buffer, offset, header).endpoint());
            case WebhookReplayRequestedDecoder.TEMPLATE_ID ->
                    touch(replayed.wrapAndApplyHeader(buffer, offset, header).endpoint());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void apply(WebhookEndpointCreatedDecoder event) {
        int endpoint = endpoints.add(event.endpoint());
        endpoints.ownerRole(endpoint, Role.of(event.ownerRole()));
        endpoints.status(endpoint, WebhookEndpointStatus.ENABLED);
        endpoints.generation(endpoint, event.generation());
        endpoints.platform(endpoint, event.platform());
        endpoints.account(endpoint, event.account());
        endpoints.textSequence(endpoint, state.sequence());
        endpoints.lastSequence(endpoint, state.sequence());
        endpoints.createdAtMs(endpoint, state.logTimeMs());
        endpoints.changeCount(endpoint, 1);
    }

    private void apply(WebhookEndpointUpdatedDecoder event) {
        int endpoint = touch(event.endpoint());
        endpoints.status(
                endpoint,
                event.disabled() != 0
                        ? WebhookEndpointStatus.DISABLED
                        : WebhookEndpointStatus.ENABLED);
        endpoints.textSequence(endpoint, state.sequence());
    }

    private int touch(long id) {
        int endpoint = endpoints.find(id);
        endpoints.lastSequence(endpoint, state.sequence());
        return endpoint;
    }
}
