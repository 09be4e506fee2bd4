package io.clearhold.bank.dispatch;

import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.PositionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal on a thread of its own and starts work for each event that asks for it. A
 * frame that fails is tried again; none is skipped. The position says that the work was started: if
 * it is lost, the next start finds the instruction open in the state.
 */
final class DispatchTail implements AutoCloseable {
    private final Ledger ledger;
    private final PositionStore positions;
    private final OpenInstructionPages pages;
    private final OpenInstructions open = new OpenInstructions();
    private final InstructionWorkers workers;
    private final BankErrands errands;
    private final DispatchTrouble trouble;
    private final BankDispatchSettings settings;
    private final Thread thread;
    private final Frame frame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstructionDueDecoder instructionEvent = new InstructionDueDecoder();
    private volatile long position;
    private volatile boolean stopping;
    private volatile boolean takenUp;
    private volatile @Nullable Thread takingUp;
    private long storedPosition;
    private long storedAtNs = System.nanoTime();

    DispatchTail(
            Ledger ledger,
            PositionStore positions,
            OpenInstructionPages pages,
            InstructionWorkers workers,
            BankErrands errands,
            DispatchTrouble trouble,
            BankDispatchSettings settings) {
        this.ledger = ledger;
        this.positions = positions;
        this.pages = pages;
        this.workers = workers;
        this.errands = errands;
        this.trouble = trouble;
        this.settings = settings;
        thread = Thread.ofPlatform().daemon().name("bank-dispatch").unstarted(this::follow);
    }

    /** Takes up what is open, and follows what comes after {@code sequence}. */
    void start(long sequence) {
        position = sequence;
        storedPosition = sequence;
        thread.start();
    }

    /** Whether work was started for everything that was open at the start. */
    boolean hasTakenUp() {
        return takenUp;
    }

    /** Instructions that are not at their end. */
    int openInstructions() {
        return open.size();
    }

    long position() {
        return position;
    }

    private void follow() {
        try (JournalReader journal = ledger.openReader()) {
            long startSequence = position;
            List<OpenInstruction> atStart = listOpen();
            takingUp =
                    Thread.ofVirtual()
                            .name("bank-take-up")
                            .start(() -> takeUp(atStart, startSequence));
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
        } catch (LedgerStoppedException e) {
            // Nothing can be done without it; the next start begins anew.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Lists before it follows. The list may be newer than the position: the events in between are
     * read again, and leave each instruction as it was listed.
     */
    private List<OpenInstruction> listOpen() throws InterruptedException {
        String what = "Listing open instructions";
        Backoff backoff = new Backoff(settings);
        List<OpenInstruction> listed = new ArrayList<>();
        long after = ObjectId.NONE;
        boolean more = true;
        while (more) {
            try {
                OpenInstructionPages.Page page = pages.page(after, settings.pageSize());
                for (OpenInstruction instruction : page.instructions()) {
                    open.add(instruction);
                    listed.add(instruction);
                    after = instruction.id();
                }
                more = page.more();
                trouble.worked(what);
            } catch (LedgerStoppedException e) {
                throw e;
            } catch (RuntimeException e) {
                trouble.failed(what, e);
                backoff.pause();
            }
        }
        return listed;
    }

    /** Beside the tail, so that a long list holds nothing up. Later ones are the tail's alone. */
    private void takeUp(List<OpenInstruction> listed, long startSequence) {
        try {
            for (OpenInstruction instruction : listed) {
                if (ObjectId.sequence(instruction.id()) <= startSequence) {
                    workers.start(instruction.id(), startSequence, () -> errands.goOn(instruction));
                }
            }
            takenUp = true;
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
            int template = header.wrap(frame.buffer(), offset).templateId();
            if (template < InstructionQueuedDecoder.TEMPLATE_ID
                    || template > InstructionReturnedDecoder.TEMPLATE_ID) {
                continue;
            }
            // All events of instructions begin alike: the chain, then the instruction.
            instructionEvent.wrap(
                    frame.buffer(),
                    offset + MessageHeaderDecoder.ENCODED_LENGTH,
                    header.blockLength(),
                    header.version());
            long id = instructionEvent.instruction();
            OpenInstructions.Call call = open.apply(template, id);
            switch (call) {
                case NOTHING -> {}
                case SUBMIT -> workers.start(id, sequence, () -> errands.submit(id));
                case GO_ON, CLOSE -> goOn(id, sequence, call);
            }
        }
    }

    private void goOn(long id, long sequence, OpenInstructions.Call call)
            throws InterruptedException {
        Optional<OpenInstruction> found = open.find(id);
        if (found.isEmpty()) {
            return;
        }
        OpenInstruction instruction = found.get();
        if (call == OpenInstructions.Call.CLOSE) {
            workers.startOrFollow(id, sequence, () -> errands.goOn(instruction));
        } else {
            workers.start(id, sequence, () -> errands.goOn(instruction));
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
        Thread start = takingUp;
        if (start != null) {
            start.interrupt();
        }
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
