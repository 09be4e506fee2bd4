package io.clearhold.gateway.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The idempotency keys of requests that wait for their answer. There are never more than requests
 * in progress. Safe for many threads.
 */
final class InFlightKeys {
    private record Hash(long high, long low) {}

    private final Set<Hash> hashes = ConcurrentHashMap.newKeySet();

    /** False if a request with the same key is under way. */
    boolean enter(long high, long low) {
        return hashes.add(new Hash(high, low));
    }

    void leave(long high, long low) {
        hashes.remove(new Hash(high, low));
    }

    int size() {
        return hashes.size();
    }
}
