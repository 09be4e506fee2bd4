package io.clearhold.gateway.webhook;

/**
 * An attempt that has ended and is to be written down.
 *
 * @param textSequence of the endpoint's text that was used
 */
record AttemptResult(Delivery delivery, long textSequence, Attempt attempt) {}
