package io.clearhold.config.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Keys that once were settings. Whoever still sets one is told what became of it; ignoring it would
 * let him believe that it still holds.
 *
 * @param advice what to do instead, one sentence for each key
 */
public record RetiredSettings(Map<String, String> advice) {
    /** None so far; a key that is taken out of {@code reference.conf} is entered here. */
    static final RetiredSettings KNOWN = new RetiredSettings(Map.of());

    public RetiredSettings {
        advice = Map.copyOf(advice);
    }

    Optional<String> adviceFor(String key) {
        return Optional.ofNullable(advice.get(key));
    }
}
