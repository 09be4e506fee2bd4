package io.clearhold.bank.dispatch;

import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.engine.LedgerClientSettings;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.PositionStore;
import io.clearhold.core.port.Tailer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tells banks what the journal asks of them and reports what they say. It has no memory and no
 * timers of its own: the state knows which instructions are open, and its ladder says when to ask.
 *
 * <p>A start takes up what is open in the state (queued is sent, everything else is asked about)
 * while the tail already follows new frames; what was queued later is the tail's alone.
 */
public final class BankDispatch implements Tailer, ChannelCallbacks, AutoCloseable {
    private final Ledger ledger;
    private final PositionStore positions;
    private final BankDispatchSettings settings;
    private final DispatchTrouble trouble = new DispatchTrouble();
    private final OpenInstructions open;
    private final InstructionReader reader;
    private final InstructionWorkers workers;
    private final BankErrands errands;
    private final DispatchTail tail;
    private final CallbackDesk callbacks;
    private volatile boolean takenUp;
    private @Nullable Thread takingUp;

    /**
     * @param channels every channel that instructions of this ledger can name
     */
    public BankDispatch(
            Ledger ledger,
            PositionStore positions,
            Map<Channel, BankChannel> channels,
            BankDispatchSettings settings) {
        channels.forEach(BankDispatch::requireIdsFit);
        this.ledger = ledger;
        this.positions = positions;
        this.settings = settings;
        LedgerClient client = new LedgerClient(ledger, LedgerClientSettings.DEFAULT);
        open = new OpenInstructions(client);
        reader = new InstructionReader(ledger, settings.maxChainHops());
        workers = new InstructionWorkers(settings, trouble);
        errands = new BankErrands(client, open, reader, channels, trouble, settings);
        tail = new DispatchTail(ledger, positions, workers, errands, trouble, settings);
        callbacks = new CallbackDesk(ledger, client, channels, settings);
    }

    private static void requireIdsFit(Channel channel, BankChannel bank) {
        String id = ObjectId.toText(IdKind.INSTRUCTION, ObjectId.NONE);
        if (!bank.capabilities().canCarry(id)) {
            throw new IllegalArgumentException(
                    "channel " + channel.name() + " cannot carry ids like " + id);
        }
    }

    /**
     * Starts to follow the journal.
     *
     * @throws IllegalStateException if the stored position lies beyond the journal's end
     */
    public void start() {
        long watermark = ledger.watermark();
        long stored = positions.load();
        if (stored > watermark) {
            throw new IllegalStateException(
                    "Bank dispatch has dealt with sequence "
                            + stored
                            + ", but the journal ends at "
                            + watermark
                            + ": this journal is not the one that its position belongs to.");
        }
        tail.start(watermark);
        takingUp = Thread.ofVirtual().name("bank-take-up").start(() -> takeUp(watermark));
    }

    private void takeUp(long watermark) {
        String what = "Taking up open instructions";
        Backoff backoff = new Backoff(settings);
        long after = ObjectId.NONE;
        try {
            boolean more = true;
            while (more) {
                try {
                    OpenInstructions.Page page = open.page(after, settings.pageSize());
                    for (OpenInstruction instruction : page.instructions()) {
                        long id = instruction.id();
                        if (ObjectId.sequence(id) <= watermark) {
                            // It may move on before its turn comes: it is looked at again then.
                            workers.start(id, watermark, () -> errands.goOn(id));
                        }
                        after = id;
                    }
                    more = page.more();
                    trouble.worked(what);
                } catch (LedgerStoppedException e) {
                    return;
                } catch (RuntimeException e) {
                    trouble.failed(what, e);
                    backoff.pause();
                }
            }
            takenUp = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "bank";
    }

    /** The last sequence whose work was started; what is under way is open in the state. */
    @Override
    public long position() {
        return tail.position();
    }

    @Override
    public boolean isIdle(long sequence) {
        return takenUp
                && tail.position() >= sequence
                && workers.isIdle(sequence)
                && callbacks.isIdle(sequence);
    }

    @Override
    public String trouble() {
        return trouble.sentence();
    }

    /** Instructions that are worked on at the moment. */
    public int inFlight() {
        return workers.inFlight();
    }

    /** Failures of this server's own since the start: each was tried again. */
    public long failures() {
        return trouble.failures();
    }

    @Override
    public CompletableFuture<Answer> receive(
            String channel, Map<String, String> headers, byte[] body) {
        return callbacks.receive(channel, headers, body);
    }

    @Override
    public void close() {
        Thread startup = takingUp;
        if (startup != null) {
            startup.interrupt();
        }
        tail.close();
        callbacks.close();
        workers.close();
        reader.close();
    }
}
