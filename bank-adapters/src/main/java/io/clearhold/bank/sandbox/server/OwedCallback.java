package io.clearhold.bank.sandbox.server;

import java.util.concurrent.CompletableFuture;

/**
 * A message that Clearhold has not yet answered with 200.
 *
 * @param attempted completes after the first try, whatever came of it
 */
record OwedCallback(long number, long orderId, String body, CompletableFuture<Void> attempted) {}
