package io.clearhold.bank.intake;

import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.statement.EntryStatus;
import io.clearhold.bank.statement.FileHead;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingSeverity;
import io.clearhold.bank.statement.QuarantinedEntry;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.core.codec.LineResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.proof.LineOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The second pass over a file: posts each booked entry, a bounded number of lines waiting for the
 * ledger at a time. Blocks while the ledger is behind. Confined to one thread.
 */
final class LinePosting implements StatementHandler {
    /** The ledger does not answer, or has stopped: the import ends here, to be taken up again. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean nothingMore;

        Interrupted(boolean nothingMore) {
            super("the ledger does not take more lines");
            this.nothingMore = nothingMore;
        }

        /** Whether the ledger has stopped. */
        boolean isStopped() {
            return nothingMore;
        }
    }

    /** Between two tries while the ring is full of what others sent. */
    private static final long PAUSE_NANOS = 100_000;

    private record InFlight(StatementLine line, CompletableFuture<LineOutcome> outcome) {}

    private final Ledger ledger;
    private final long statement;
    private final int window;
    private final long timeoutMs;
    private final LineMaker maker;
    private final Findings findings;
    private final StatementMeter meter;
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private @Nullable StatementHead head;
    private long lines;
    private long duplicates;
    private long quarantined;

    LinePosting(
            Ledger ledger,
            long statement,
            int window,
            long timeoutMs,
            LineMaker maker,
            Findings findings,
            StatementMeter meter) {
        this.ledger = ledger;
        this.statement = statement;
        this.window = window;
        this.timeoutMs = timeoutMs;
        this.maker = maker;
        this.findings = findings;
        this.meter = meter;
    }

    long lines() {
        return lines;
    }

    long duplicates() {
        return duplicates;
    }

    /** Lines that the ledger could not post. */
    long quarantined() {
        return quarantined;
    }

    /** Waits for the rest. */
    void finish() {
        while (!inFlight.isEmpty()) {
            await(inFlight.removeFirst());
        }
    }

    @Override
    public void file(FileHead fileHead) {}

    @Override
    public void statementBegins(StatementHead newHead) {
        head = newHead;
    }

    @Override
    public void entry(StatementEntry entry) {
        StatementHead about = head;
        if (about == null || entry.status() != EntryStatus.BOOKED) {
            return;
        }
        for (StatementLine line : maker.lines(about, entry)) {
            post(line);
        }
    }

    @Override
    public void quarantined(QuarantinedEntry entry) {}

    @Override
    public void statementEnds(StatementEnd end) {}

    @Override
    public void finding(Finding finding) {}

    private void post(StatementLine line) {
        lines++;
        if (inFlight.size() >= window) {
            await(inFlight.removeFirst());
        }
        LedgerMessage message = IntakeMessages.line(statement, line);
        while (true) {
            Reply reply = new Reply();
            switch (ledger.offer(message.buffer(), 0, message.length(), reply)) {
                case ACCEPTED -> {
                    inFlight.addLast(new InFlight(line, reply.outcome));
                    return;
                }
                case FULL -> {
                    if (inFlight.isEmpty()) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    } else {
                        await(inFlight.removeFirst());
                    }
                }
                case STOPPED -> throw new Interrupted(true);
            }
        }
    }

    private void await(InFlight first) {
        StatementLine line = first.line();
        LineOutcome outcome = outcome(first);
        meter.line(outcome);
        switch (outcome) {
            case MATCHED, UNEXPLAINED -> {}
            case DUPLICATE -> duplicates++;
            case CHANGED -> {
                duplicates++;
                note(
                        line,
                        "line_changed",
                        "An earlier file has shown this line with other content; that one stands.");
            }
            case CURRENCY_NOT_SUPPORTED -> {
                quarantined++;
                note(line, "currency_not_supported", "This currency is not enabled here.");
            }
            case TOO_LARGE -> {
                quarantined++;
                note(line, "amount_unusable", "The amount is 0, below its fee, or too large.");
            }
        }
    }

    private LineOutcome outcome(InFlight first) {
        try {
            return first.outcome().get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(false);
        } catch (ExecutionException | TimeoutException e) {
            throw new Interrupted(e.getCause() instanceof Interrupted stop && stop.isStopped());
        }
    }

    private void note(StatementLine line, String code, String detail) {
        findings.add(FindingSeverity.ERROR, code, line.fileLine(), "Ntry", detail);
    }

    /** Reads the result on the writer's thread; everything else happens on ours. */
    private static final class Reply implements ReplyHandler {
        private final CompletableFuture<LineOutcome> outcome = new CompletableFuture<>();

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(result, offset);
            if (header.templateId() == LineResultDecoder.TEMPLATE_ID) {
                outcome.complete(
                        LineOutcome.of(
                                new LineResultDecoder()
                                        .wrapAndApplyHeader(result, offset, header)
                                        .outcome()));
            } else {
                outcome.completeExceptionally(new Interrupted(false));
            }
        }

        @Override
        public void onReplay(long sequence) {
            outcome.completeExceptionally(new Interrupted(false));
        }

        @Override
        public void onFailure(Failure failure) {
            outcome.completeExceptionally(new Interrupted(failure == Failure.STOPPED));
        }
    }
}
