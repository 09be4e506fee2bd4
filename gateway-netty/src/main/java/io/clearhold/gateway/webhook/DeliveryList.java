package io.clearhold.gateway.webhook;

import io.clearhold.core.view.Page;

/** What was sent to an endpoint, and what is to be. Safe for many threads. */
@FunctionalInterface
public interface DeliveryList {
    /**
     * A page, newest event first; that the caller may see the endpoint is his to know. Blocks, and
     * throws {@link io.clearhold.core.view.ViewAwayException} while deliveries cannot be read.
     */
    Page<DeliveryRow> deliveries(long endpoint, DeliveryCursor cursor);
}
