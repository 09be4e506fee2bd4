package io.clearhold.config.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from, weakest last.
 *
 * @param flags values by key, from the command line
 * @param environment all of it; names that do not begin with {@code CLEARHOLD_} are not looked at
 * @param file HOCON, if one was named
 */
public record SettingsSources(
        Map<String, String> flags, Map<String, String> environment, Optional<Path> file) {
    public SettingsSources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
    }
}
