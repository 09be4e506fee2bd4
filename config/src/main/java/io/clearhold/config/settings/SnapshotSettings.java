package io.clearhold.config.settings;

/**
 * When snapshots are made.
 *
 * @param intervalFrames frames since the last after which another is made
 * @param checkIntervalMs between two looks
 */
public record SnapshotSettings(long intervalFrames, long checkIntervalMs) {
    static SnapshotSettings read(SettingsReader reader) {
        return new SnapshotSettings(
                reader.number("snapshots.interval-frames", 1, Integer.MAX_VALUE),
                reader.durationMs("snapshots.check-interval", 1));
    }
}
