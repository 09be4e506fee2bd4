package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.json.JsonUnreadableException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /control}: what no real bank has. Not signed, so that a person can use it; the bank
 * listens on the loopback address unless told otherwise.
 */
final class ControlDoor implements BankDoor {
    static final String CLOCK_PATH = "/control/clock";
    static final String OUTAGE_PATH = "/control/outage";

    private static final Logger LOGGER = LoggerFactory.getLogger(ControlDoor.class);

    private final SandboxBankSettings.Limits limits;
    private final SandboxBank bank;
    private final LongConsumer outage;

    /**
     * @param outage takes the bank away for so many milliseconds, soon after it returns
     */
    ControlDoor(SandboxBankSettings.Limits limits, SandboxBank bank, LongConsumer outage) {
        this.limits = limits;
        this.bank = bank;
        this.outage = outage;
    }

    @Override
    public BankAnswer answer(BankRequest request)
            throws JsonUnreadableException, InterruptedException {
        boolean post = request.method().equals("POST");
        if (request.path().equals(CLOCK_PATH) && (post || request.method().equals("GET"))) {
            if (post) {
                moveClock(JsonFields.parse(request.body()).requiredNumber("now_ms"));
            }
            return BankAnswer.reply(200, clockJson());
        }
        if (request.path().equals(OUTAGE_PATH) && post) {
            return outage(JsonFields.parse(request.body()).requiredNumber("seconds"));
        }
        return BankAnswer.refusal(405, "method_not_allowed", "There is no such control.");
    }

    /** Answered only when everything due by then is done and was told to Clearhold once. */
    private void moveClock(long nowMs) throws InterruptedException {
        bank.moveClock(nowMs);
        bank.runDue();
        CompletableFuture<?>[] attempts =
                bank.owed().stream()
                        .map(OwedCallback::attempted)
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(attempts).get(limits.controlWaitMs(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.warn("callbacks are still on their way; the clock goes on without them");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a first try never fails", e);
        }
    }

    private String clockJson() {
        JsonText json = new JsonText().number("now_ms", bank.nowMs());
        OptionalLong next = bank.nextDueMs();
        if (next.isPresent()) {
            json.number("next_due_ms", next.getAsLong());
        }
        return json.object();
    }

    private BankAnswer outage(long seconds) {
        if (seconds < 1 || seconds > limits.maxOutageSeconds()) {
            return BankAnswer.refusal(
                    400,
                    "invalid_request",
                    "\"seconds\" must be 1 to " + limits.maxOutageSeconds() + ".");
        }
        outage.accept(TimeUnit.SECONDS.toMillis(seconds));
        return BankAnswer.reply(202, new JsonText().number("seconds", seconds).object());
    }
}
