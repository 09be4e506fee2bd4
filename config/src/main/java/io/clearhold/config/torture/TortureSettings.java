package io.clearhold.config.torture;

import java.nio.file.Path;

/**
 * One campaign.
 *
 * @param folder a new folder of its own
 * @param seconds how long crashes go on; the check of everything comes after
 * @param seed makes the same load, pauses and cuts again, as far as processes allow
 * @param clients that ask at once
 * @param view whether the view in PostgreSQL runs and is compared
 */
public record TortureSettings(Path folder, int seconds, long seed, int clients, boolean view) {}
