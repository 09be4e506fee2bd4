package io.clearhold.gateway.http;

import io.clearhold.gateway.auth.Authenticator;
import io.clearhold.gateway.operation.GatewayParts;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all connections share.
 *
 * @param slow runs slow operations, each on a virtual thread
 * @param slowPermits how many of them there may be at a time
 * @param open counts the connections
 * @param stopping set once the server takes no more requests
 */
record Server(
        GatewayParts parts,
        Router router,
        Authenticator authenticator,
        InFlightKeys inFlight,
        RequestMetrics metrics,
        ExecutorService slow,
        Semaphore slowPermits,
        ConnectionCount open,
        AtomicBoolean stopping) {}
