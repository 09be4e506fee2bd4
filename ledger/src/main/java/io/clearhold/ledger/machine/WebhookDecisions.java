package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.DeleteWebhookEndpointDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.WebhookEndpointCreatedEncoder;
import io.clearhold.core.codec.WebhookEndpointDeletedEncoder;
import io.clearhold.core.codec.WebhookEndpointDisabledEncoder;
import io.clearhold.core.codec.WebhookEndpointUpdatedEncoder;
import io.clearhold.core.codec.WebhookPingedEncoder;
import io.clearhold.core.codec.WebhookReplayRequestedEncoder;
import io.clearhold.core.codec.WebhookSecretRotatedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.WebhookEndpointTable;

/**
 * Decides commands about webhook endpoints. What is delivered, and how often, is no business of the
 * ledger: deliveries are a tailer's.
 */
final class WebhookDecisions {
    /** Every event is matched against all endpoints of its parties, so each has only some. */
    static final int ENDPOINTS_OF_AN_OWNER = 32;

    /** How long receivers have to take over a new secret. */
    static final long ROTATION_OVERLAP_MS = 24L * 3600 * 1000;

    /** What the event's field holds. */
    private static final int LAST_GENERATION = 65_534;

    private static final int FIRST_GENERATION = 1;
    private static final int NONE = -1;

    private final LedgerState state;
    private final WebhookEndpointCreatedEncoder created = new WebhookEndpointCreatedEncoder();
    private final WebhookEndpointUpdatedEncoder updated = new WebhookEndpointUpdatedEncoder();
    private final WebhookSecretRotatedEncoder rotated = new WebhookSecretRotatedEncoder();
    private final WebhookEndpointDeletedEncoder deleted = new WebhookEndpointDeletedEncoder();
    private final WebhookEndpointDisabledEncoder disabled = new WebhookEndpointDisabledEncoder();
    private final WebhookPingedEncoder pinged = new WebhookPingedEncoder();
    private final WebhookReplayRequestedEncoder replayed = new WebhookReplayRequestedEncoder();

    WebhookDecisions(LedgerState state) {
        this.state = state;
    }

    void create(CreateWebhookEndpointDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        Role role = Role.of(origin.role());
        if (role != Role.PLATFORM && role != Role.ACCOUNT && role != Role.OPERATOR) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        long platform = role == Role.OPERATOR ? 0 : origin.platform();
        long account = role == Role.ACCOUNT ? origin.subject() : 0;
        int count = state.webhookEndpoints().countOf(role, platform, account);
        if (count >= ENDPOINTS_OF_AN_OWNER) {
            decision.refuse(ResultCode.TOO_MANY_ENDPOINTS, ENDPOINTS_OF_AN_OWNER, count);
            return;
        }
        long endpoint = decision.newId();
        decision.event(created)
                .endpoint(endpoint)
                .ownerRole((short) role.code())
                .platform(platform)
                .account(account)
                .generation(FIRST_GENERATION);
        end(endpoint, decision);
    }

    void update(UpdateWebhookEndpointDecoder command, Decision decision) {
        int endpoint = mine(command.origin(), command.endpoint(), decision);
        if (endpoint == NONE) {
            return;
        }
        if (state.webhookEndpoints().textSequence(endpoint) != command.expectedTextSequence()) {
            decision.refuse(ResultCode.TEXT_CHANGED);
            return;
        }
        decision.event(updated).endpoint(command.endpoint()).disabled(command.disabled());
        end(command.endpoint(), decision);
    }

    void rotate(RotateWebhookSecretDecoder command, Decision decision) {
        int endpoint = mine(command.origin(), command.endpoint(), decision);
        if (endpoint == NONE) {
            return;
        }
        int generation = state.webhookEndpoints().generation(endpoint);
        if (generation == LAST_GENERATION) {
            decision.refuse(ResultCode.SECRET_GENERATIONS_EXHAUSTED, generation, 0);
            return;
        }
        decision.event(rotated)
                .endpoint(command.endpoint())
                .generation(generation + 1)
                .previousValidUntilMs(decision.nowMs() + ROTATION_OVERLAP_MS);
        end(command.endpoint(), decision);
    }

    void delete(DeleteWebhookEndpointDecoder command, Decision decision) {
        if (mine(command.origin(), command.endpoint(), decision) != NONE) {
            decision.event(deleted).endpoint(command.endpoint());
            end(command.endpoint(), decision);
        }
    }

    void ping(PingWebhookEndpointDecoder command, Decision decision) {
        if (mineEnabled(command.origin(), command.endpoint(), decision) != NONE) {
            decision.event(pinged).endpoint(command.endpoint());
            end(command.endpoint(), decision);
        }
    }

    /** Sequences that are still to come are left out: their events are sent in their turn. */
    void replay(ReplayWebhooksDecoder command, Decision decision) {
        if (mineEnabled(command.origin(), command.endpoint(), decision) == NONE) {
            return;
        }
        long from = Math.max(1, command.fromSequence());
        long to = Math.min(command.toSequence(), decision.sequence() - 1);
        if (from > to) {
            decision.refuse(ResultCode.REPLAY_RANGE_EMPTY, from, to);
            return;
        }
        decision.event(replayed).endpoint(command.endpoint()).fromSequence(from).toSequence(to);
        end(command.endpoint(), decision);
    }

    /** Nothing happens if the owner was faster, so that a new address is not shut with the old. */
    void disable(DisableWebhookEndpointDecoder command, Decision decision) {
        int endpoint = mineEnabled(command.origin(), command.endpoint(), decision);
        if (endpoint == NONE) {
            return;
        }
        if (state.webhookEndpoints().textSequence(endpoint) != command.expectedTextSequence()) {
            decision.refuse(ResultCode.TEXT_CHANGED);
            return;
        }
        decision.event(disabled).endpoint(command.endpoint());
        end(command.endpoint(), decision);
    }

    /** Whether it exists for the caller: a deleted one exists for nobody. */
    boolean sees(OriginDecoder origin, int endpoint) {
        WebhookEndpointTable endpoints = state.webhookEndpoints();
        if (endpoints.status(endpoint) == WebhookEndpointStatus.DELETED) {
            return false;
        }
        Role owner = endpoints.ownerRole(endpoint);
        return switch (Role.of(origin.role())) {
            case SYSTEM, OPERATOR, AUDITOR -> true;
            case PLATFORM ->
                    owner != Role.OPERATOR && endpoints.platform(endpoint) == origin.platform();
            case ACCOUNT ->
                    owner == Role.ACCOUNT && endpoints.account(endpoint) == origin.subject();
            case CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
        };
    }

    private int mineEnabled(OriginDecoder origin, long id, Decision decision) {
        int endpoint = mine(origin, id, decision);
        if (endpoint != NONE
                && state.webhookEndpoints().status(endpoint) == WebhookEndpointStatus.DISABLED) {
            decision.refuse(ResultCode.ENDPOINT_DISABLED);
            return NONE;
        }
        return endpoint;
    }

    /** The endpoint if the caller may act on it; staff sees a merchant's, but changes nothing. */
    private int mine(OriginDecoder origin, long id, Decision decision) {
        WebhookEndpointTable endpoints = state.webhookEndpoints();
        int endpoint = endpoints.find(id);
        if (endpoint < 0 || !sees(origin, endpoint)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return NONE;
        }
        Role role = Role.of(origin.role());
        boolean staffOnly = role == Role.OPERATOR && endpoints.ownerRole(endpoint) != role;
        if (role == Role.AUDITOR || staffOnly) {
            decision.refuse(ResultCode.FORBIDDEN);
            return NONE;
        }
        return endpoint;
    }

    private static void end(long endpoint, Decision decision) {
        decision.end();
        decision.show(IdKind.WEBHOOK_ENDPOINT, endpoint);
    }
}
