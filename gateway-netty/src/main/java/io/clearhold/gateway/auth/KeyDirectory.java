package io.clearhold.gateway.auth;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that requests have used lately. Entries are put and dropped on the ledger's writer
 * thread, in the order of their sequences, so a lookup that was under way when a key was revoked
 * cannot bring it back. Safe for many threads.
 */
public final class KeyDirectory {
    private final ConcurrentHashMap<Long, KnownKey> keys = new ConcurrentHashMap<>();
    private final int limit;

    public KeyDirectory(int limit) {
        this.limit = limit;
    }

    public @Nullable KnownKey get(long keyId) {
        return keys.get(keyId);
    }

    /** Remembers a key; at the limit some other one is forgotten. */
    public void put(KnownKey key) {
        if (keys.size() >= limit) {
            Iterator<Long> any = keys.keySet().iterator();
            if (any.hasNext()) {
                keys.remove(any.next());
            }
        }
        keys.put(key.credential().keyId(), key);
    }

    /** Forgets a key: the next request with it asks the ledger again. */
    public void invalidate(long keyId) {
        keys.remove(keyId);
    }

    public int size() {
        return keys.size();
    }
}
