package io.clearhold.ledger.engine;

import com.lmax.disruptor.EventHandler;

/** Tells the writer about messages, idle times and the end; only the Disruptor calls it. */
final class IdleAwareHandler implements EventHandler<RingSlot> {
    private final Writer writer;

    IdleAwareHandler(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void onEvent(RingSlot slot, long sequence, boolean endOfBatch) {
        writer.onMessage(slot, endOfBatch);
    }

    @Override
    public void onTimeout(long sequence) {
        writer.onIdle();
    }

    @Override
    public void onShutdown() {
        writer.onStop();
    }
}
