package io.clearhold.bank.support;

import io.clearhold.core.port.PositionStore;

/** A position in memory. */
public final class FakePositions implements PositionStore {
    private volatile long position;

    public FakePositions(long position) {
        this.position = position;
    }

    @Override
    public long load() {
        return position;
    }

    @Override
    public void store(long sequence) {
        position = sequence;
    }
}
