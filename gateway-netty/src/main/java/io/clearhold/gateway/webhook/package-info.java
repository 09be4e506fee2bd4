/**
 * Webhooks: a tailer that makes deliveries of events, and sends them until they are taken or given
 * up. Nothing here can stop a payment. See docs/internals/webhooks.md.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.webhook;
