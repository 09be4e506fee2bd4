package io.clearhold.bank.dispatch;

import io.clearhold.bank.engine.LedgerAnswer;
import io.clearhold.bank.engine.LedgerClient;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.spi.BankCallback;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.core.port.Ledger;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what banks send by themselves. 200 is said only once the ledger has it durably; what the
 * ledger refuses it knew already, so that is 200 too. Safe for many threads.
 */
final class CallbackDesk implements ChannelCallbacks, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(CallbackDesk.class);

    private final Ledger journal;
    private final LedgerClient ledger;
    private final Map<String, BankChannel> channels;
    private final DispatchMeter meter;
    private final OutcomeReports reports;
    private final BankDispatchSettings settings;
    private final Semaphore places;
    private final AtomicLong callbacks = new AtomicLong();

    /** The watermark when each callback under way came, by its number. */
    private final Map<Long, Long> underWay = new ConcurrentHashMap<>();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    CallbackDesk(
            Ledger journal,
            LedgerClient ledger,
            Map<Channel, BankChannel> channels,
            DispatchMeter meter,
            BankDispatchSettings settings) {
        this.journal = journal;
        this.ledger = ledger;
        this.channels =
                channels.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> entry.getKey().name(), Map.Entry::getValue));
        this.meter = meter;
        this.reports = new OutcomeReports(settings.maxBankTextLength());
        this.settings = settings;
        this.places = new Semaphore(settings.maxCallbacksInFlight());
    }

    @Override
    public CompletableFuture<Answer> receive(
            String channel, Map<String, String> headers, byte[] body) {
        BankChannel bank = channels.get(channel);
        if (bank == null) {
            return CompletableFuture.completedFuture(
                    refusal(404, "not_found", "There is no such channel."));
        }
        long startNanos = System.nanoTime();
        if (executor.isShutdown() || !places.tryAcquire()) {
            Answer away = unavailable();
            meter.calledBack(channel, away.httpStatus(), System.nanoTime() - startNanos);
            return CompletableFuture.completedFuture(away);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        long number = callbacks.incrementAndGet();
        underWay.put(number, journal.watermark());
        try {
            executor.execute(() -> answer.complete(take(number, bank, headers, body)));
        } catch (RejectedExecutionException e) {
            done(number);
            answer.complete(unavailable());
        }
        return answer.whenComplete((said, failed) -> {
            if (said != null) {
                meter.calledBack(channel, said.httpStatus(), System.nanoTime() - startNanos);
            }
        });
    }

    private Answer take(long number, BankChannel bank, Map<String, String> headers, byte[] body) {
        try {
            return answer(bank, headers, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable();
        } catch (RuntimeException e) {
            LOGGER.error("a callback failed; the bank will send it again", e);
            return unavailable();
        } finally {
            done(number);
        }
    }

    private void done(long number) {
        underWay.remove(number);
        places.release();
    }

    private Answer answer(BankChannel bank, Map<String, String> headers, byte[] body)
            throws InterruptedException {
        return switch (bank.receive(headers, body)) {
            case BankCallback.Forged forged -> refusal(401, "invalid_signature", forged.why());
            case BankCallback.Unreadable unreadable ->
                    refusal(400, "invalid_callback", unreadable.why());
            case BankCallback.BankMessage message -> report(message);
        };
    }

    private Answer report(BankCallback.BankMessage message) throws InterruptedException {
        LedgerAnswer said =
                ledger.ask(
                        reports.message(
                                message.instructionId(), Evidence.CALLBACK, message.report()),
                        settings.callbackPatienceMs());
        return switch (said) {
            case LedgerAnswer.Result _ -> new Answer(200, "{\"received\":true}");
            case LedgerAnswer.Busy _, LedgerAnswer.OutcomeUnknown _, LedgerAnswer.Stopped _ ->
                    unavailable();
        };
    }

    private static Answer unavailable() {
        return refusal(503, "unavailable", "Send it again later.");
    }

    private static Answer refusal(int status, String code, String detail) {
        return new Answer(
                status, new JsonText().text("code", code).text("detail", detail).object());
    }

    /** Whether nothing is under way that came when {@code sequence} was not yet passed. */
    boolean isIdle(long sequence) {
        return underWay.values().stream().noneMatch(came -> came <= sequence);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(settings.closeTimeoutMs(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
