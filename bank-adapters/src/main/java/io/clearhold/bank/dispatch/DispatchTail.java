package io.clearhold.bank.dispatch;

import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.PositionStore;
import java.util.concurrent.TimeUnit;

/**
 * Follows the journal on a thread of its own and starts work for each event that asks for it. A
 * frame that fails is tried again; none is skipped. The position says that the work was started: if
 * it is lost, the next start finds the instruction open in the state.
 */
final class DispatchTail implements AutoCloseable {
    private final Ledger ledger;
    private final PositionStore positions;
    private final InstructionWorkers workers;
    private final BankErrands errands;
    private final DispatchTrouble trouble;
    private final BankDispatchSettings settings;
    private final Thread thread;
    private final Frame frame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstructionQueuedDecoder queued = new InstructionQueuedDecoder();
    private final InstructionDueDecoder due = new InstructionDueDecoder();
    private final InstructionClosingDecoder closing = new InstructionClosingDecoder();
    private volatile long position;
    private volatile boolean stopping;
    private long storedPosition;
    private long storedAtNs = System.nanoTime();

    DispatchTail(
            Ledger ledger,
            PositionStore positions,
            InstructionWorkers workers,
            BankErrands errands,
            DispatchTrouble trouble,
            BankDispatchSettings settings) {
        this.ledger = ledger;
        this.positions = positions;
        this.workers = workers;
        this.errands = errands;
        this.trouble = trouble;
        this.settings = settings;
        thread = Thread.ofPlatform().daemon().name("bank-dispatch").unstarted(this::follow);
    }

    /** Follows what comes after {@code sequence}. */
    void start(long sequence) {
        position = sequence;
        storedPosition = sequence;
        thread.start();
    }

    long position() {
        return position;
    }

    private void follow() {
        try (JournalReader journal = ledger.openReader()) {
            while (!stopping) {
                long watermark = ledger.awaitWatermark(position, settings.pollMs());
                for (long next = position + 1; next <= watermark && !stopping; next++) {
                    followFrame(journal, next);
                    position = next;
                }
                if (ledger.health() != Ledger.Health.RUNNING) {
                    TimeUnit.MILLISECONDS.sleep(settings.pollMs());
                }
                storePosition(settings.positionStoreMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followFrame(JournalReader journal, long sequence) throws InterruptedException {
        String what = "Frame " + sequence;
        Backoff backoff = new Backoff(settings);
        while (true) {
            try {
                if (!journal.read(sequence, frame)) {
                    throw new IllegalStateException("the journal does not have it");
                }
                startWork(sequence);
                trouble.worked(what);
                return;
            } catch (RuntimeException e) {
                trouble.failed(what, e);
                backoff.pause();
            }
        }
    }

    private void startWork(long sequence) throws InterruptedException {
        frame.rewindEvents();
        while (frame.nextEvent()) {
            int offset = frame.eventOffset();
            switch (header.wrap(frame.buffer(), offset).templateId()) {
                case InstructionQueuedDecoder.TEMPLATE_ID -> {
                    long id =
                            queued.wrapAndApplyHeader(frame.buffer(), offset, header).instruction();
                    workers.start(id, sequence, () -> errands.submit(id));
                }
                case InstructionDueDecoder.TEMPLATE_ID -> {
                    long id = due.wrapAndApplyHeader(frame.buffer(), offset, header).instruction();
                    workers.start(id, sequence, () -> errands.goOn(id));
                }
                case InstructionClosingDecoder.TEMPLATE_ID -> {
                    long id =
                            closing.wrapAndApplyHeader(frame.buffer(), offset, header)
                                    .instruction();
                    workers.startOrFollow(id, sequence, () -> errands.goOn(id));
                }
                default -> {}
            }
        }
    }

    /** A position that cannot be stored is stored later: nothing depends on it but the start. */
    private void storePosition(long afterMs) {
        long nowNs = System.nanoTime();
        boolean time = nowNs - storedAtNs >= TimeUnit.MILLISECONDS.toNanos(afterMs);
        if (!time || storedPosition == position) {
            return;
        }
        String what = "Storing the position";
        try {
            long reached = position;
            positions.store(reached);
            storedPosition = reached;
            trouble.worked(what);
        } catch (RuntimeException e) {
            trouble.failed(what, e);
        }
        storedAtNs = nowNs;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(settings.closeTimeoutMs());
            if (thread.isAlive()) {
                // It waits for a place among the workers, or for a frame that keeps failing.
                thread.interrupt();
                thread.join(settings.closeTimeoutMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) {
            storePosition(0);
        }
    }
}
