package io.clearhold.gateway.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of deliveries begins, newest first; at most one of both is given.
 *
 * @param startingAfter shows what is older
 * @param endingBefore shows what is directly newer
 */
public record DeliveryCursor(
        @Nullable DeliveryKey startingAfter, @Nullable DeliveryKey endingBefore, int limit) {}
