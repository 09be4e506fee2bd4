package io.clearhold.gateway.webhook;

/**
 * A delivery that is due.
 *
 * @param object whose events are sent one after the other
 * @param body the bytes that every attempt sends
 * @param tries that failed since it was made, or asked for once more
 * @param attempts all that were ever made
 */
record Delivery(DeliveryKey key, long object, String type, String body, int tries, int attempts) {}
