package io.clearhold.config.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All sources laid over each other, each key checked to be one. Nothing is read from system
 * properties or from a file that was not named.
 */
final class MergedSettings {
    private static final String REFERENCE = "reference.conf";

    private MergedSettings() {}

    /** The defaults alone. */
    static Config reference() {
        return ConfigFactory.parseResources(MergedSettings.class.getClassLoader(), REFERENCE)
                .resolve();
    }

    /** The keys that there are, sorted. */
    static Set<String> keys(Config config) {
        return config.entrySet().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Config of(SettingsSources sources, RetiredSettings retired) {
        Config reference = reference();
        Set<String> keys = keys(reference);
        Config merged = reference;
        if (sources.file().isPresent()) {
            merged = parse(sources.file().get(), keys, retired).withFallback(merged);
        }
        for (Map.Entry<String, String> entry : retired.advice().entrySet()) {
            String name = SettingNames.environmentName(entry.getKey());
            if (sources.environment().containsKey(name)) {
                throw new SettingsException(name + " is no longer a setting: " + entry.getValue());
            }
        }
        for (String key : keys) {
            String name = SettingNames.environmentName(key);
            String value = sources.environment().get(name);
            if (value != null) {
                merged = merged.withValue(key, value(value, name, reference.getValue(key)));
            }
        }
        for (Map.Entry<String, String> flag : sources.flags().entrySet()) {
            ConfigValue value =
                    value(flag.getValue(), "--" + flag.getKey(), reference.getValue(flag.getKey()));
            merged = merged.withValue(flag.getKey(), value);
        }
        return merged;
    }

    private static Config parse(Path file, Set<String> keys, RetiredSettings retired) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("there is no settings file " + file);
        }
        Config config;
        try {
            config =
                    ConfigFactory.parseFile(
                                    file.toFile(),
                                    ConfigParseOptions.defaults()
                                            .setOriginDescription(file.toString()))
                            .resolve();
        } catch (ConfigException e) {
            throw new SettingsException("the settings file cannot be read: " + e.getMessage());
        }
        for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
            String key = entry.getKey();
            String where = entry.getValue().origin().description();
            Optional<String> advice = retired.adviceFor(key);
            if (advice.isPresent()) {
                throw new SettingsException(
                        "\"" + key + "\" (" + where + ") is no longer a setting: " + advice.get());
            }
            if (!keys.contains(key)) {
                throw new SettingsException(
                        "\"" + key + "\" (" + where + ") is not a setting" + suggestion(key, keys));
            }
        }
        return config;
    }

    /** The settings that end like the unknown one, or begin like it. */
    private static String suggestion(String key, Set<String> keys) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        String section = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key + ".";
        List<String> near =
                Stream.concat(
                                keys.stream().filter(known -> known.endsWith(last)),
                                keys.stream().filter(known -> known.startsWith(section)))
                        .distinct()
                        .limit(6)
                        .toList();
        return near.isEmpty() ? "" : "; there are " + String.join(", ", near);
    }

    /** A text from the environment or a flag; where a list belongs, its parts. */
    private static ConfigValue value(String text, String origin, ConfigValue reference) {
        if (reference instanceof ConfigList) {
            List<String> parts =
                    Stream.of(text.split(",", -1)).map(String::strip).collect(Collectors.toList());
            return ConfigValueFactory.fromIterable(parts, origin);
        }
        return ConfigValueFactory.fromAnyRef(text, origin);
    }
}
