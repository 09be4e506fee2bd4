package io.clearhold.bank.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does not get on at the moment, for readiness and for the person who looks. Bounded by what
 * is in flight: an entry lives as long as its cause keeps failing. Safe for many threads.
 */
final class DispatchTrouble {
    private static final Logger LOGGER = LoggerFactory.getLogger(DispatchTrouble.class);

    private final Map<String, String> banksAway = new ConcurrentSkipListMap<>();
    private final Map<String, String> failing = new ConcurrentSkipListMap<>();
    private final AtomicLong failures = new AtomicLong();

    void bankAway(String channel, String why) {
        if (banksAway.put(channel, why) == null) {
            LOGGER.warn("channel {} is unreachable: {}", channel, why);
        }
    }

    void bankAnswered(String channel) {
        if (banksAway.remove(channel) != null) {
            LOGGER.info("channel {} answers again", channel);
        }
    }

    void failed(String what, RuntimeException cause) {
        failures.incrementAndGet();
        if (failing.put(what, cause.getClass().getSimpleName() + ": " + cause.getMessage())
                == null) {
            LOGGER.error("{} failed and is tried again", what, cause);
        }
    }

    void worked(String what) {
        failing.remove(what);
    }

    /** Failures since the start. */
    long failures() {
        return failures.get();
    }

    /** One sentence, empty if there is none. */
    String sentence() {
        for (Map.Entry<String, String> entry : failing.entrySet()) {
            return entry.getKey() + " keeps failing (" + entry.getValue() + ").";
        }
        for (Map.Entry<String, String> entry : banksAway.entrySet()) {
            return "Channel " + entry.getKey() + " is unreachable (" + entry.getValue() + ").";
        }
        return "";
    }
}
