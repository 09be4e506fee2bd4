package io.clearhold.gateway.console;

import io.clearhold.gateway.auth.KeyProof;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The sessions of the console, in memory alone: a restart ends them all. Safe for many threads; the
 * table is small and each look at it short, so one lock does.
 */
final class SessionTable {
    private static final int ID_BYTES = 32;

    private record Entry(Session session, long seenAtMs) {}

    private final SecureRandom random = new SecureRandom();
    private final ConsoleSettings settings;
    private final LongSupplier wallClockMs;

    /** In the order in which they were seen last, so the first is the one that is idle longest. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    SessionTable(ConsoleSettings settings, LongSupplier wallClockMs) {
        this.settings = settings;
        this.wallClockMs = wallClockMs;
    }

    /** Begins a session; at the limit the one that is idle longest ends. */
    synchronized Session begin(KeyProof.Shown shown) {
        long nowMs = wallClockMs.getAsLong();
        dropEnded(nowMs);
        if (entries.size() >= settings.sessionLimit()) {
            Iterator<String> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Session session = new Session(id, shown, nowMs);
        entries.put(id, new Entry(session, nowMs));
        return session;
    }

    /** The session with an id, which counts as seen now; empty if it never was or has ended. */
    synchronized Optional<Session> find(String id) {
        Entry entry = entries.remove(id);
        long nowMs = wallClockMs.getAsLong();
        if (entry == null || hasEnded(entry, nowMs)) {
            return Optional.empty();
        }
        entries.put(id, new Entry(entry.session(), nowMs));
        return Optional.of(entry.session());
    }

    synchronized void end(String id) {
        entries.remove(id);
    }

    synchronized int size() {
        dropEnded(wallClockMs.getAsLong());
        return entries.size();
    }

    private void dropEnded(long nowMs) {
        entries.values().removeIf(entry -> hasEnded(entry, nowMs));
    }

    private boolean hasEnded(Entry entry, long nowMs) {
        return nowMs - entry.seenAtMs() >= settings.sessionIdleMs()
                || nowMs - entry.session().startedAtMs() >= settings.sessionLifetimeMs();
    }
}
