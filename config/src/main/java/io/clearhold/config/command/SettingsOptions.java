package io.clearhold.config.command;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.settings.SettingsSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags by which every command that needs settings takes them. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (HOCON); CLEARHOLD_CONFIG in the environment.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Data folder; CLEARHOLD_DATA in the environment, ./clearhold-data by default.")
    private @Nullable String data;

    /** The settings, with flags of the command itself on top. */
    Settings load(Map<String, String> moreFlags) {
        Map<String, String> environment = System.getenv();
        Map<String, String> flags = new HashMap<>(moreFlags);
        if (data != null) {
            flags.put("data", data);
        }
        String named = environment.get("CLEARHOLD_CONFIG");
        Path fromEnvironment = named == null || named.isEmpty() ? null : Path.of(named);
        Path file = config == null ? fromEnvironment : config;
        return Settings.load(new SettingsSources(flags, environment, Optional.ofNullable(file)));
    }

    /** The data folder alone. */
    DataFolder folder() {
        return new DataFolder(load(Map.of()).data());
    }
}
