package io.clearhold.config.view;

import io.clearhold.core.port.ServerPart;
import io.clearhold.core.port.Tailer;

/** A tailer as the clock is to see it: nobody waits for a database that is away. */
final class PatientTailer implements Tailer {
    private final Tailer tailer;
    private final ServerPart database;

    PatientTailer(Tailer tailer, ServerPart database) {
        this.tailer = tailer;
        this.database = database;
    }

    @Override
    public String name() {
        return tailer.name();
    }

    @Override
    public long position() {
        return tailer.position();
    }

    @Override
    public boolean isIdle(long sequence) {
        return tailer.isIdle(sequence) || !database.trouble().isEmpty();
    }

    @Override
    public long nextDueMs() {
        return database.trouble().isEmpty() ? tailer.nextDueMs() : Long.MAX_VALUE;
    }

    @Override
    public String trouble() {
        return tailer.trouble();
    }
}
