package io.clearhold.bank.support;

import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.GetClockDecoder;
import io.clearhold.core.codec.GetOpenInstructionsDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.result.ResultCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A ledger in memory that knows just enough of instructions and time: it claims, takes outcomes,
 * lists what is open, and keeps frames. Everything is durable at once. Safe for many threads.
 */
public final class FakeLedger implements Ledger {
    /** A reported outcome as the ledger got it, whether it took it or not. */
    public record Report(
            long instruction,
            BankOutcome outcome,
            Evidence evidence,
            long amount,
            int currency,
            String text) {}

    private final FakeMessages messages = new FakeMessages();
    private final List<byte[]> frames = new ArrayList<>();
    private final TreeMap<Long, FakeMessages.Row> open = new TreeMap<>();
    private final Set<Long> everQueued = new HashSet<>();
    private final TreeMap<Long, Runnable> deadlines = new TreeMap<>();
    private final List<Long> claims = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final long beganMs = System.currentTimeMillis();
    private final long beganNs = System.nanoTime();
    private long offsetMs;
    private long targetMs;
    private int fullFor;
    private boolean outcomeUnknownOnce;
    private boolean stopped;

    // What tests do to it.

    /** Queues a collection under {@code "method":…}; its frame carries the text itself. */
    public synchronized long queueCollection(long amountMinor, String token) {
        String text = "\"method\":{\"channel\":\"sandbox\",\"token\":\"" + token + "\"}";
        long sequence = frames.size() + 1L;
        long id = ObjectId.of(1, sequence, 1);
        FakeMessages.Row row =
                new FakeMessages.Row(
                        id,
                        InstructionKind.COLLECT,
                        ObjectId.of(1, sequence, 0),
                        amountMinor,
                        sequence,
                        0);
        append(
                messages.payPayment(text),
                messages.paymentPending(row, 0),
                messages.instructionQueued(row));
        put(row);
        return id;
    }

    /** Queues a refund of what {@code collection} collected. */
    public synchronized long queueRefund(long collection, long amountMinor, String reason) {
        long sequence = frames.size() + 1L;
        FakeMessages.Row row =
                new FakeMessages.Row(
                        ObjectId.of(1, sequence, 1),
                        InstructionKind.REFUND,
                        ObjectId.of(1, ObjectId.sequence(collection), 0),
                        amountMinor,
                        sequence,
                        ObjectId.sequence(collection));
        append(
                messages.refundPayment("\"reason\":\"" + reason + "\""),
                messages.instructionQueued(row));
        put(row);
        return row.id();
    }

    /** Queues a payout whose destination is in the text of an earlier frame. */
    public synchronized long queuePayout(long amountMinor, long textSequence) {
        long sequence = frames.size() + 1L;
        FakeMessages.Row row =
                new FakeMessages.Row(
                        ObjectId.of(1, sequence, 1),
                        InstructionKind.PAYOUT,
                        0,
                        amountMinor,
                        textSequence,
                        0);
        append(messages.createPayout(""), messages.instructionQueued(row));
        put(row);
        return row.id();
    }

    private void put(FakeMessages.Row row) {
        open.put(row.id(), row);
        everQueued.add(row.id());
    }

    /** An account with a bank account; returns the sequence of its text. */
    public synchronized long createAccount(String bankAccountNumber) {
        append(
                messages.createAccount(
                        "\"name\":\"Li\",\"bank_account\":{\"holder\":\"Li\",\"number\":\""
                                + bankAccountNumber
                                + "\"}"));
        return frames.size();
    }

    public synchronized void due(long instruction) {
        append(messages.tick(), messages.instructionDue(instruction));
    }

    public synchronized void closing(long instruction) {
        FakeMessages.Row row = open.get(instruction);
        if (row != null) {
            row.closing(true);
        }
        append(messages.tick(), messages.instructionClosing(instruction));
    }

    /** As if another run of the server had left it like this. */
    public synchronized void setStatus(long instruction, InstructionStatus status) {
        FakeMessages.Row row = open.get(instruction);
        if (row == null) {
            throw new IllegalStateException("not open");
        }
        row.status(status);
    }

    /** A deadline of the ledger's own. */
    public synchronized void atMs(long deadlineMs, Runnable action) {
        deadlines.put(deadlineMs, action);
    }

    public synchronized void advanceSeconds(long seconds) {
        targetMs = nowMs() + 1_000 * seconds;
    }

    /** The next so many offers find the ring full. */
    public synchronized void fullFor(int offers) {
        fullFor = offers;
    }

    /** The next command happens, and its asker is told that nobody knows. */
    public synchronized void outcomeUnknownOnce() {
        outcomeUnknownOnce = true;
    }

    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    public synchronized List<Long> claims() {
        return List.copyOf(claims);
    }

    public synchronized List<Report> reports() {
        return List.copyOf(reports);
    }

    public List<BankOutcome> outcomes(long instruction) {
        return reports().stream()
                .filter(report -> report.instruction() == instruction)
                .map(Report::outcome)
                .toList();
    }

    public synchronized boolean isOpen(long instruction) {
        return open.containsKey(instruction);
    }

    public synchronized long nowMs() {
        return beganMs + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs) + offsetMs;
    }

    public synchronized long targetMs() {
        return targetMs;
    }

    // The port.

    @Override
    public synchronized Offer offer(
            DirectBuffer message, int offset, int length, ReplyHandler handler) {
        if (stopped) {
            return Offer.STOPPED;
        }
        if (fullFor > 0) {
            fullFor--;
            return Offer.FULL;
        }
        MutableDirectBuffer result = answer(message, offset);
        if (outcomeUnknownOnce) {
            outcomeUnknownOnce = false;
            handler.onFailure(ReplyHandler.Failure.OUTCOME_UNKNOWN);
        } else {
            handler.onResult(frames.size(), true, result, 0, result.capacity());
        }
        return Offer.ACCEPTED;
    }

    private MutableDirectBuffer answer(DirectBuffer message, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        return switch (header.wrap(message, offset).templateId()) {
            case ClaimInstructionDecoder.TEMPLATE_ID ->
                    claim(
                            new ClaimInstructionDecoder()
                                    .wrapAndApplyHeader(message, offset, header)
                                    .instruction());
            case ReportOutcomeDecoder.TEMPLATE_ID ->
                    report(new ReportOutcomeDecoder().wrapAndApplyHeader(message, offset, header));
            case GetOpenInstructionsDecoder.TEMPLATE_ID -> {
                GetOpenInstructionsDecoder query =
                        new GetOpenInstructionsDecoder()
                                .wrapAndApplyHeader(message, offset, header);
                boolean known =
                        query.afterInstruction() == ObjectId.NONE
                                || everQueued.contains(query.afterInstruction());
                if (!known) {
                    throw new AssertionError("pages follow an instruction that there is");
                }
                yield messages.list(
                        open.tailMap(query.afterInstruction(), false).values(), query.atMost());
            }
            case GetClockDecoder.TEMPLATE_ID ->
                    messages.clock(
                            nowMs(),
                            targetMs,
                            deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.firstKey());
            case StepClockDecoder.TEMPLATE_ID -> {
                long toMs =
                        new StepClockDecoder().wrapAndApplyHeader(message, offset, header).toMs();
                offsetMs += Math.max(0, toMs - nowMs());
                append(messages.tick());
                yield messages.done();
            }
            case TickDecoder.TEMPLATE_ID -> {
                fire(new TickDecoder().wrapAndApplyHeader(message, offset, header).atMost());
                yield messages.done();
            }
            default -> messages.refusal(ResultCode.UNKNOWN_COMMAND);
        };
    }

    private MutableDirectBuffer claim(long instruction) {
        FakeMessages.Row row = open.get(instruction);
        if (row == null) {
            return messages.refusal(ResultCode.INSTRUCTION_CLOSED);
        }
        if (row.status() != InstructionStatus.QUEUED) {
            return messages.refusal(ResultCode.INSTRUCTION_NOT_QUEUED);
        }
        row.status(InstructionStatus.SUBMITTING);
        claims.add(instruction);
        append(messages.tick(), messages.instructionClaimed(instruction));
        return messages.done();
    }

    private MutableDirectBuffer report(ReportOutcomeDecoder command) {
        byte[] text = new byte[command.textLength()];
        long instruction = command.instruction();
        BankOutcome outcome = BankOutcome.of(command.outcome());
        Evidence evidence = Evidence.of(command.evidence());
        long amount = command.amount();
        int currency = command.currency();
        command.getText(text, 0, text.length);
        reports.add(
                new Report(
                        instruction,
                        outcome,
                        evidence,
                        amount,
                        currency,
                        new String(text, StandardCharsets.UTF_8)));
        FakeMessages.Row row = open.get(instruction);
        if (row == null) {
            return messages.refusal(ResultCode.INSTRUCTION_CLOSED);
        }
        boolean inDoubt =
                row.status() == InstructionStatus.SUBMITTING
                        || row.status() == InstructionStatus.UNKNOWN;
        switch (outcome) {
            case ACCEPTED, PENDING -> {
                if (inDoubt) {
                    row.status(InstructionStatus.ACCEPTED);
                    append(messages.tick(), messages.instructionAccepted(instruction));
                }
            }
            case UNKNOWN -> {
                if (row.status() == InstructionStatus.SUBMITTING) {
                    row.status(InstructionStatus.UNKNOWN);
                    append(messages.tick(), messages.instructionUnknown(instruction));
                }
            }
            case NOT_SENT -> {
                if (row.status() == InstructionStatus.SUBMITTING) {
                    row.status(InstructionStatus.QUEUED);
                    append(messages.tick(), messages.instructionDeferred(instruction));
                }
            }
            // Nothing here waits for a visibility window, or looks at chargebacks.
            case NOT_FOUND, CHARGED_BACK -> {}
            case REJECTED, CLOSED -> {
                open.remove(instruction);
                append(messages.tick(), messages.instructionFailed(instruction));
            }
            case SETTLED, RETURNED -> {
                open.remove(instruction);
                append(messages.tick(), messages.instructionSettled(instruction));
            }
        }
        return messages.done();
    }

    private void fire(int atMost) {
        for (int i = 0; i < atMost; i++) {
            Map.Entry<Long, Runnable> first = deadlines.firstEntry();
            if (first == null || first.getKey() > nowMs()) {
                return;
            }
            deadlines.remove(first.getKey());
            first.getValue().run();
        }
    }

    private void append(MutableDirectBuffer command, MutableDirectBuffer... events) {
        frames.add(messages.frame(frames.size() + 1L, nowMs(), command, events));
        notifyAll();
    }

    @Override
    public synchronized long watermark() {
        return frames.size();
    }

    @Override
    public synchronized long awaitWatermark(long sequence, long timeoutMs)
            throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        long leftMs = timeoutMs;
        while (frames.size() <= sequence && leftMs > 0 && !stopped) {
            wait(leftMs);
            leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
        }
        return frames.size();
    }

    @Override
    public JournalReader openReader() {
        return new JournalReader() {
            @Override
            public boolean read(long sequence, Frame frame) {
                byte[] bytes;
                synchronized (FakeLedger.this) {
                    if (sequence < 1 || sequence > frames.size()) {
                        return false;
                    }
                    bytes = frames.get((int) sequence - 1);
                }
                frame.buffer().putBytes(0, bytes);
                return frame.load(bytes.length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized Health health() {
        return stopped ? Health.STOPPED : Health.RUNNING;
    }
}
