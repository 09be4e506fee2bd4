package io.clearhold.config.testing;

import io.clearhold.config.settings.Settings;
import io.clearhold.config.settings.SettingsSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The defaults, on any free ports, and small where size costs time. */
public final class TestSettings {
    private TestSettings() {}

    /** A sandbox that keeps its data in the folder. */
    public static Settings in(Path data) {
        return in(data, Map.of());
    }

    /** The same with some settings changed. */
    public static Settings in(Path data, Map<String, String> changed) {
        Map<String, String> flags = new HashMap<>();
        flags.put("data", data.toString());
        flags.put("port", "0");
        flags.put("bank-port", "0");
        flags.put("engine.ring-slots", "256");
        flags.put("http.event-loop-threads", "1");
        // A PostgreSQL takes seconds to make; tests of the view turn it on.
        flags.put("database.enabled", "false");
        flags.putAll(changed);
        return Settings.load(new SettingsSources(flags, Map.of(), Optional.empty()));
    }
}
