package io.clearhold.gateway.webhook;

/** One request, signed for this attempt. */
record WebhookRequest(
        EndpointUrl url, String id, long timestampSeconds, String signature, String body) {}
