package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.FakeLedger;
import io.clearhold.bank.support.FakePositions;
import io.clearhold.bank.support.ScriptedBank;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.port.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bank that answers anything, a ledger that is often full, and a server that restarts: whatever
 * happens, each submit has a claim of its own, and no money is forgotten. The parameter is the
 * seed.
 */
class DispatchUnderFireTest {
    private static final int INSTRUCTIONS = 60;

    private final FakeLedger ledger = new FakeLedger();
    private final ScriptedBank bank = new ScriptedBank();

    /** What the bank really has. */
    private final Map<Long, Boolean> collected = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldNeverSendWithoutAClaimNorForgetMoney(long seed) {
        Random random = new Random(seed);
        bank.onSubmit(instruction -> submit(instruction, next(random, 6)));
        bank.onQuery(instruction -> query(instruction, next(random, 4)));
        List<Long> ids = new ArrayList<>();
        FakePositions positions = new FakePositions(0);
        for (int restart = 0; restart < 4; restart++) {
            try (BankDispatch dispatch = dispatch(positions)) {
                dispatch.start();
                for (int i = 0; i < INSTRUCTIONS / 4; i++) {
                    ids.add(ledger.queueCollection(100 + i, "tok_success"));
                    fire(random, ids);
                }
                // Closed with work under way, as a restart does.
            }
        }
        bank.onSubmit(instruction -> submit(instruction, 5));
        bank.onQuery(instruction -> query(instruction, 3));
        try (BankDispatch dispatch = dispatch(positions)) {
            dispatch.start();
            ids.forEach(id -> settleByTheLadder(dispatch, id));
        }

        for (long id : ids) {
            assertThat(Collections.frequency(ledger.claims(), id))
                    .as("claims of %s, seed %s", id, seed)
                    .isGreaterThanOrEqualTo(submits(id));
            assertThat(collected).as("seed %s", seed).containsKey(id);
        }
    }

    private BankDispatch dispatch(FakePositions positions) {
        return new BankDispatch(
                ledger,
                positions,
                Map.of(Channel.SANDBOX, bank),
                new BankDispatchSettings(8, 8, 5, 10, 10, 1, 4, 100, 2_000, 255, 256));
    }

    private void fire(Random random, List<Long> ids) {
        switch (next(random, 4)) {
            case 0 -> ledger.fullFor(next(random, 5));
            case 1 -> ledger.outcomeUnknownOnce();
            case 2 -> ledger.due(ids.get(next(random, ids.size())));
            default -> {}
        }
    }

    /** What the ledger's ladder would do: ask again until it knows. */
    private void settleByTheLadder(BankDispatch dispatch, long id) {
        Await.until(
                "the end of " + id,
                () -> {
                    if (ledger.isOpen(id) && dispatch.isIdle(ledger.watermark())) {
                        ledger.due(id);
                    }
                    return !ledger.isOpen(id);
                },
                () -> ledger.outcomes(id));
    }

    private BankReport submit(BankInstruction instruction, int what) {
        return switch (what) {
            case 0 -> new BankReport.NotSent("away");
            case 1 -> new BankReport.Unknown(FailureReason.TIMEOUT);
            case 2 -> {
                collected.put(instruction.id(), true);
                yield new BankReport.Unknown(FailureReason.CONNECTION_LOST);
            }
            case 3 -> throw new IllegalStateException("a defect of the channel");
            case 4 -> new BankReport.Accepted("SB");
            default -> {
                collected.put(instruction.id(), true);
                yield new BankReport.Settled("SB", instruction.amountMinor(), "CNY");
            }
        };
    }

    private BankReport query(BankInstruction instruction, int what) {
        return switch (what) {
            case 0 -> new BankReport.NotSent("away");
            case 1 -> new BankReport.Unknown(FailureReason.TIMEOUT);
            case 2 -> new BankReport.Pending("SB");
            default -> {
                collected.put(instruction.id(), true);
                yield new BankReport.Settled("SB", instruction.amountMinor(), "CNY");
            }
        };
    }

    private int submits(long id) {
        return (int) bank.submitted().stream().filter(sent -> sent.id() == id).count();
    }

    private static int next(Random random, int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }
}
