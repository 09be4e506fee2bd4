package io.clearhold.bank.dispatch;

import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads instructions from the journal for many virtual threads on one thread of its own, because a
 * {@link JournalReader} knows one thread only. Its queue is bounded by what is in flight.
 */
final class InstructionReader implements AutoCloseable {
    private final Ledger ledger;
    private final int maxChainHops;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("bank-journal").factory());
    private @Nullable JournalReader reader;
    private @Nullable InstructionFrames frames;

    InstructionReader(Ledger ledger, int maxChainHops) {
        this.ledger = ledger;
        this.maxChainHops = maxChainHops;
    }

    /**
     * The instruction as it was queued.
     *
     * @throws IllegalStateException if the journal does not have it
     */
    ChannelInstruction read(long instruction) throws InterruptedException {
        Future<ChannelInstruction> answer = thread.submit(() -> onThread().read(instruction));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }

    private InstructionFrames onThread() {
        InstructionFrames opened = frames;
        if (opened == null) {
            JournalReader journal = ledger.openReader();
            opened = new InstructionFrames(journal, maxChainHops);
            reader = journal;
            frames = opened;
        }
        return opened;
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(this::closeReader);
        thread.close();
    }
}
