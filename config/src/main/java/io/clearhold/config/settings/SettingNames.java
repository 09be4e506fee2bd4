package io.clearhold.config.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a setting is called in the environment, and what else is found there. */
public final class SettingNames {
    public static final String PREFIX = "CLEARHOLD_";

    /** The master key, which no file may hold beside other settings. */
    public static final String MASTER_KEY = PREFIX + "MASTER_KEY";

    /** Read by the start script, or by the command line before there are settings. */
    private static final Set<String> OTHERS =
            Set.of(MASTER_KEY, PREFIX + "CONFIG", PREFIX + "JAVA_OPTS", PREFIX + "MVN_ARGS");

    private SettingNames() {}

    /** {@code http.idle-timeout} is {@code CLEARHOLD_HTTP_IDLE_TIMEOUT}. */
    public static String environmentName(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Variables that look like settings and are none, sorted. They are only warned about: clients'
     * scripts and container platforms use the same prefix.
     */
    public static List<String> unknown(Set<String> names, Set<String> keys) {
        Set<String> known =
                keys.stream()
                        .map(SettingNames::environmentName)
                        .collect(java.util.stream.Collectors.toSet());
        return names.stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !known.contains(name) && !OTHERS.contains(name))
                .sorted()
                .toList();
    }
}
