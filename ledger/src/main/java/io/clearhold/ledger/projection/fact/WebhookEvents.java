package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.WebhookEndpointCreatedDecoder;
import io.clearhold.core.codec.WebhookEndpointDeletedDecoder;
import io.clearhold.core.codec.WebhookEndpointDisabledDecoder;
import io.clearhold.core.codec.WebhookEndpointUpdatedDecoder;
import io.clearhold.core.codec.WebhookPingedDecoder;
import io.clearhold.core.codec.WebhookReplayRequestedDecoder;
import io.clearhold.core.codec.WebhookSecretRotatedDecoder;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What events of webhook endpoints mean for their table. */
final class WebhookEvents {
    private final TableChanges endpoints;
    private final PartyLookup parties;
    private final FrameView frame;
    private final WebhookEndpointCreatedDecoder created = new WebhookEndpointCreatedDecoder();
    private final WebhookEndpointUpdatedDecoder updated = new WebhookEndpointUpdatedDecoder();
    private final WebhookSecretRotatedDecoder rotated = new WebhookSecretRotatedDecoder();
    private final WebhookEndpointDeletedDecoder deleted = new WebhookEndpointDeletedDecoder();
    private final WebhookEndpointDisabledDecoder disabled = new WebhookEndpointDisabledDecoder();
    private final WebhookPingedDecoder pinged = new WebhookPingedDecoder();
    private final WebhookReplayRequestedDecoder replayed = new WebhookReplayRequestedDecoder();
    private long subject;

    WebhookEvents(TableChanges endpoints, PartyLookup parties, FrameView frame) {
        this.endpoints = endpoints;
        this.parties = parties;
        this.frame = frame;
    }

    /** The endpoint of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Whether a template is one of these. */
    static boolean isOne(int template) {
        return template >= WebhookEndpointCreatedDecoder.TEMPLATE_ID
                && template <= WebhookReplayRequestedDecoder.TEMPLATE_ID;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case WebhookEndpointCreatedDecoder.TEMPLATE_ID ->
                    take(created.wrapAndApplyHeader(buffer, offset, header));
            case WebhookEndpointUpdatedDecoder.TEMPLATE_ID -> {
                updated.wrapAndApplyHeader(buffer, offset, header);
                touch(updated.endpoint())
                        .set(
                                WebhookEndpointColumns.STATUS,
                                updated.disabled() != 0
                                        ? WebhookEndpointStatus.DISABLED.code()
                                        : WebhookEndpointStatus.ENABLED.code())
                        .set(WebhookEndpointColumns.TEXT_SEQUENCE, frame.sequence())
                        .set(
                                WebhookEndpointColumns.TEXT,
                                frame.text(UpdateWebhookEndpointDecoder.TEMPLATE_ID));
            }
            case WebhookSecretRotatedDecoder.TEMPLATE_ID -> {
                rotated.wrapAndApplyHeader(buffer, offset, header);
                touch(rotated.endpoint())
                        .set(WebhookEndpointColumns.GENERATION, rotated.generation())
                        .set(
                                WebhookEndpointColumns.PREVIOUS_VALID_UNTIL_MS,
                                rotated.previousValidUntilMs());
                facts.time("previous_valid_until", rotated.previousValidUntilMs());
            }
            case WebhookEndpointDeletedDecoder.TEMPLATE_ID ->
                    touch(deleted.wrapAndApplyHeader(buffer, offset, header).endpoint())
                            .set(
                                    WebhookEndpointColumns.STATUS,
                                    WebhookEndpointStatus.DELETED.code());
            case WebhookEndpointDisabledDecoder.TEMPLATE_ID ->
                    touch(disabled.wrapAndApplyHeader(buffer, offset, header).endpoint())
                            .set(
                                    WebhookEndpointColumns.STATUS,
                                    WebhookEndpointStatus.DISABLED.code());
            case WebhookPingedDecoder.TEMPLATE_ID ->
                    touch(pinged.wrapAndApplyHeader(buffer, offset, header).endpoint());
            case WebhookReplayRequestedDecoder.TEMPLATE_ID -> {
                replayed.wrapAndApplyHeader(buffer, offset, header);
                touch(replayed.endpoint());
                facts.number("from_sequence", replayed.fromSequence())
                        .number("to_sequence", replayed.toSequence());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(WebhookEndpointCreatedDecoder event) {
        subject = event.endpoint();
        parties.put(subject, new Parties(event.platform(), event.account(), 0));
        endpoints
                .create(subject)
                .set(WebhookEndpointColumns.OWNER_ROLE, event.ownerRole())
                .set(WebhookEndpointColumns.PLATFORM, event.platform())
                .set(WebhookEndpointColumns.ACCOUNT, event.account())
                .set(WebhookEndpointColumns.STATUS, WebhookEndpointStatus.ENABLED.code())
                .set(WebhookEndpointColumns.GENERATION, event.generation())
                .set(WebhookEndpointColumns.CREATED_AT_MS, frame.atMs())
                .set(WebhookEndpointColumns.TEXT_SEQUENCE, frame.sequence())
                .set(WebhookEndpointColumns.LAST_SEQUENCE, frame.sequence())
                .set(
                        WebhookEndpointColumns.TEXT,
                        frame.text(CreateWebhookEndpointDecoder.TEMPLATE_ID));
    }

    private RowChange touch(long endpoint) {
        subject = endpoint;
        return endpoints
                .change(endpoint)
                .set(WebhookEndpointColumns.LAST_SEQUENCE, frame.sequence());
    }
}
