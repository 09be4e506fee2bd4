package io.clearhold.config.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where old files of the journal go.
 *
 * @param folder of the archive; empty: they stay where they are
 * @param intervalMs between two looks for files that may go
 */
public record ArchiveSettings(Optional<Path> folder, long intervalMs) {
    static ArchiveSettings read(SettingsReader reader) {
        return new ArchiveSettings(
                reader.text("journal.archive").isBlank()
                        ? Optional.empty()
                        : Optional.of(reader.path("journal.archive")),
                reader.durationMs("journal.archive-interval", 100));
    }
}
