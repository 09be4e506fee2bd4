package io.clearhold.gateway.webhook;

/**
 * An event that an endpoint is to get.
 *
 * @param repeated whether it is sent even if it was sent before
 */
record NewDelivery(DeliveryKey key, long object, String type, String body, boolean repeated) {}
