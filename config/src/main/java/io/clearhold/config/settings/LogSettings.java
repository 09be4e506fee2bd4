package io.clearhold.config.settings;

import java.util.List;
import java.util.Locale;

/**
 * How to log.
 *
 * @param level the least that is logged, upper case
 * @param format of lines
 * @param fileBytes size at which a file is rolled
 * @param files rolled ones that are kept
 */
public record LogSettings(String level, Format format, long fileBytes, int files) {
    /** How a line looks. */
    public enum Format {
        /** For people. */
        TEXT,
        /** For machines: one JSON object a line. */
        JSON,
        /** Text when started from a terminal. */
        AUTO
    }

    static LogSettings read(SettingsReader reader) {
        String level = reader.choice("log.level", List.of("error", "warn", "info", "debug"));
        String format = reader.choice("log.format", List.of("text", "json", "auto"));
        return new LogSettings(
                level.toUpperCase(Locale.ROOT),
                Format.valueOf(format.toUpperCase(Locale.ROOT)),
                reader.bytes("log.file-size", 65_536, 1L << 40),
                reader.integer("log.files", 1, 1_000));
    }
}
