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

/**
 * Tells banks what the journal asks of them and reports what they say. It keeps nothing of its own
 * and has no timers: the state and the journal say which instructions are open, and the ladder says
 * when to ask.
 *
 * <p>A start takes up what is open in the state (queued is sent, everything else is asked about)
 * while the tail already follows new frames; what was queued later is the tail's alone.
 */
public final class BankDispatch implements Tailer, ChannelCallbacks, AutoCloseable {
    private final Ledger ledger;
    private final PositionStore positions;
    private final DispatchTrouble trouble = new DispatchTrouble();
    private final InstructionReader reader;
    private final InstructionWorkers workers;
    private final DispatchTail tail;
    private final CallbackDesk callbacks;

    /**
     * @param channels every channel that instructions of this ledger can name
     */
    public BankDispatch(
            Ledger ledger,
            PositionStore positions,
            Map<Channel, BankChannel> channels,
            BankDispatchSettings settings) {
        this(ledger, positions, channels, settings, DispatchMeter.NONE);
    }

    /**
     * The same, counted.
     *
     * @param meter is told what passes between it and banks
     */
    public BankDispatch(
            Ledger ledger,
            PositionStore positions,
            Map<Channel, BankChannel> channels,
            BankDispatchSettings settings,
            DispatchMeter meter) {
        channels.forEach(BankDispatch::requireIdsFit);
        this.ledger = ledger;
        this.positions = positions;
        LedgerClient client = new LedgerClient(ledger, LedgerClientSettings.DEFAULT);
        reader = new InstructionReader(ledger, settings.maxChainHops());
        workers = new InstructionWorkers(settings, trouble);
        BankErrands errands = new BankErrands(client, reader, channels, trouble, meter, settings);
        OpenInstructionPages pages = new OpenInstructionPages(client);
        tail = new DispatchTail(ledger, positions, pages, workers, errands, trouble, settings);
        callbacks = new CallbackDesk(ledger, client, channels, meter, settings);
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
        return tail.hasTakenUp()
                && tail.position() >= sequence
                && workers.isIdle(sequence)
                && callbacks.isIdle(sequence);
    }

    @Override
    public String trouble() {
        return trouble.sentence();
    }

    /** Instructions that are not at their end, as far as the tail has read. */
    public int openInstructions() {
        return tail.openInstructions();
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
        tail.close();
        callbacks.close();
        workers.close();
        reader.close();
    }
}
