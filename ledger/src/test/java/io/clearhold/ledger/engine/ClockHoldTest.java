package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.ClockHoldResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.SetClock;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.scenario.QueryMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on real files, on a machine whose clocks the test sets. */
class ClockHoldTest {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    @TempDir Path folder;

    private final SetClock machine = new SetClock(MachineFixture.START_MS);

    @Test
    void shouldHoldWhenTheWallClockJumpsForwardAndFollowItOnceAccepted()
            throws InterruptedException {
        try (EngineFixture fixture = production()) {
            long payment = payable(fixture, 30 * MINUTE_MS);
            machine.jump(2 * HOUR_MS);
            machine.pass(MINUTE_MS);
            awaitHold(fixture, true);
            assertThat(hold(fixture).reason()).isEqualTo((short) ClockDoubt.DEPARTED.code());
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.CREATED);
            long accepted = fixture.send(Commands.acceptClock(Actor.OPERATOR)).sequence();
            awaitAbove(fixture, accepted);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(nowMs(fixture)).isEqualTo(machine.wallMs());
        }
    }

    @Test
    void shouldHoldWhenTheWallClockGoesBackAndAskOnlyOnce() throws InterruptedException {
        try (EngineFixture fixture = production()) {
            long payment = payable(fixture, 30 * MINUTE_MS);
            machine.jump(-3 * HOUR_MS);
            machine.pass(HOUR_MS);
            awaitHold(fixture, true);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.CREATED);
            long before = nowMs(fixture);
            long accepted = fixture.send(Commands.acceptClock(Actor.OPERATOR)).sequence();
            awaitAbove(fixture, accepted);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(nowMs(fixture)).as("log time does not go back").isEqualTo(before);
            machine.pass(24 * HOUR_MS);
            payable(fixture, HOUR_MS);
            assertThat(hold(fixture).held()).isZero();
        }
    }

    @Test
    void shouldTakeAMinuteForNothing() throws InterruptedException {
        try (EngineFixture fixture = production()) {
            long payment = payable(fixture, MINUTE_MS);
            machine.jump(MINUTE_MS - 1);
            machine.pass(MINUTE_MS);
            fixture.engine().awaitWatermark(watermark(fixture), 10_000);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(hold(fixture).sinceMs()).isZero();
        }
    }

    @Test
    void shouldHoldAfterItWasDownForLongAndFireNothingBeforeItIsAccepted()
            throws InterruptedException {
        long payment;
        try (EngineFixture fixture = production()) {
            payment = payable(fixture, 30 * MINUTE_MS);
        }
        machine.pass(5 * HOUR_MS);
        long ended = machine.wallMs() - 5 * HOUR_MS;
        try (EngineFixture fixture = open()) {
            awaitHold(fixture, true);
            assertThat(hold(fixture).reason()).isEqualTo((short) ClockDoubt.DOWN.code());
            assertThat(hold(fixture).downMs()).isEqualTo(5 * HOUR_MS);
            assertThat(nowMs(fixture)).as("nothing irrevocable yet").isEqualTo(ended);
        }
        machine.pass(MINUTE_MS / 2);
        try (EngineFixture fixture = open()) {
            assertThat(hold(fixture).held()).as("a restart accepts nothing").isEqualTo((short) 1);
            machine.pass(40 * MINUTE_MS);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.CREATED);
            long accepted = fixture.send(Commands.acceptClock(Actor.OPERATOR)).sequence();
            awaitAbove(fixture, accepted);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(nowMs(fixture)).isBetween(machine.wallMs() - MINUTE_MS, machine.wallMs());
        }
        machine.pass(MINUTE_MS);
        try (EngineFixture fixture = open()) {
            assertThat(hold(fixture).held()).isZero();
            assertThat(nowMs(fixture)).isEqualTo(machine.wallMs());
        }
    }

    @Test
    void shouldGoOnAfterAShortStop() throws InterruptedException {
        long payment;
        try (EngineFixture fixture = production()) {
            payment = payable(fixture, 30 * MINUTE_MS);
        }
        machine.pass(59 * MINUTE_MS);
        try (EngineFixture fixture = open()) {
            fixture.engine().awaitWatermark(watermark(fixture), 10_000);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(hold(fixture).sinceMs()).isZero();
        }
    }

    @Test
    void shouldNotTakeAQuietServerForOneThatWasDown() throws IOException {
        try (EngineFixture fixture = production()) {
            payable(fixture, 30 * MINUTE_MS);
        }
        machine.pass(5 * HOUR_MS);
        Files.writeString(
                folder.resolve("clock.mark"), machine.wallMs() + " " + machine.wallMs() + "\n");
        try (EngineFixture fixture = open()) {
            assertThat(nowMs(fixture)).isEqualTo(machine.wallMs());
            assertThat(hold(fixture).sinceMs()).isZero();
        }
    }

    @Test
    void shouldHoldWhenTheWallClockWentBackWhileItWasDown() throws InterruptedException {
        try (EngineFixture fixture = production()) {
            payable(fixture, 30 * MINUTE_MS);
        }
        machine.jump(-2 * HOUR_MS);
        try (EngineFixture fixture = open()) {
            awaitHold(fixture, true);
            assertThat(hold(fixture).reason()).isEqualTo((short) ClockDoubt.DEPARTED.code());
            fixture.send(Commands.acceptClock(Actor.OPERATOR)).ok();
        }
        try (EngineFixture fixture = open()) {
            payable(fixture, HOUR_MS);
            assertThat(hold(fixture).held()).as("it was accepted").isZero();
        }
    }

    @Test
    void shouldHoldAfterAnOutageAlsoWhereLogTimeWasAcceptedAsAhead()
            throws InterruptedException, IOException {
        try (EngineFixture fixture = production()) {
            machine.jump(-3 * HOUR_MS);
            machine.pass(HOUR_MS);
            awaitHold(fixture, true);
            fixture.send(Commands.acceptClock(Actor.OPERATOR)).ok();
        }
        Files.writeString(
                folder.resolve("clock.mark"),
                machine.wallMs() + " " + (machine.wallMs() + 3 * HOUR_MS) + "\n");
        machine.pass(2 * HOUR_MS);
        try (EngineFixture fixture = open()) {
            awaitHold(fixture, true);
            assertThat(hold(fixture).reason()).isEqualTo((short) ClockDoubt.DOWN.code());
        }
    }

    @Test
    void shouldAcceptByItselfInASandbox() throws InterruptedException {
        long payment;
        try (EngineFixture fixture = open()) {
            fixture.configure();
            payment = payable(fixture, 30 * MINUTE_MS);
        }
        machine.pass(5 * HOUR_MS);
        try (EngineFixture fixture = open()) {
            long sequence = watermark(fixture);
            fixture.engine().awaitWatermark(sequence, 10_000);
            fixture.engine().awaitWatermark(sequence + 1, 10_000);
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(hold(fixture).held()).isZero();
            assertThat(hold(fixture).reason()).isEqualTo((short) ClockDoubt.DOWN.code());
            assertThat(nowMs(fixture)).isEqualTo(machine.wallMs());
        }
    }

    private EngineFixture open() {
        return new EngineFixture(folder, EngineFixture.SMALL, machine);
    }

    private EngineFixture production() {
        EngineFixture fixture = open();
        fixture.send(Commands.configure(Actor.SYSTEM, MachineFixture.PRODUCTION)).ok();
        return fixture;
    }

    private static long payable(EngineFixture fixture, long payByMs) {
        long payee = fixture.send(fixture.newAccount()).id();
        PaymentTerms terms = PaymentTerms.of(payee, 1).payBy(nowMs(fixture) + payByMs);
        return fixture.send(Commands.createPayment(fixture.nextActor(), terms)).id();
    }

    private static ClockHoldResultDecoder hold(EngineFixture fixture) {
        return fixture.send(QueryMessages.clockHold(Actor.OPERATOR)).clockHold();
    }

    /** Each query ends a group, and each group looks at the clock. */
    private static void awaitHold(EngineFixture fixture, boolean held) throws InterruptedException {
        while ((hold(fixture).held() == 1) != held) {
            fixture.engine().awaitWatermark(watermark(fixture), 10);
        }
    }

    private static void awaitAbove(EngineFixture fixture, long sequence)
            throws InterruptedException {
        assertThat(fixture.engine().awaitWatermark(sequence, 10_000)).isGreaterThan(sequence);
    }

    private static long watermark(EngineFixture fixture) {
        return fixture.engine().watermark();
    }

    private static long nowMs(EngineFixture fixture) {
        Answer answer = fixture.send(QueryMessages.clock(Actor.OPERATOR));
        return answer.clock().nowMs();
    }

    private static PaymentStatus status(EngineFixture fixture, long payment) {
        return fixture.send(QueryMessages.object(Actor.OPERATOR, IdKind.PAYMENT, payment))
                .payment()
                .status();
    }
}
