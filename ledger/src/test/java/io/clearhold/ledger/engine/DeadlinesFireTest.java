package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.scenario.QueryMessages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlinesFireTest {
    @TempDir Path folder;

    @Test
    void shouldFireDeadlinesByThemselves() throws InterruptedException {
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            long payee = fixture.send(fixture.newAccount()).id();
            long nowMs = fixture.send(QueryMessages.clock(Actor.OPERATOR)).clock().nowMs();
            PaymentTerms terms = PaymentTerms.of(payee, 1).payBy(nowMs + 60);
            Answer created = fixture.send(Commands.createPayment(fixture.nextActor(), terms));
            assertThat(fixture.engine().awaitWatermark(created.sequence(), 10_000))
                    .isEqualTo(created.sequence() + 1);
            assertThat(status(fixture, created.id())).isEqualTo(PaymentStatus.EXPIRED);
        }
    }

    @Test
    void shouldFireInTheMiddleOfAJumpOfTheClockAndKeepItAfterARestart()
            throws InterruptedException {
        long payment;
        long nowMs;
        try (EngineFixture fixture = new EngineFixture(folder)) {
            fixture.configure();
            long payee = fixture.send(fixture.newAccount()).id();
            payment =
                    fixture.send(
                                    Commands.createPayment(
                                            fixture.nextActor(), PaymentTerms.of(payee, 1)))
                            .id();
            long advanceMs = 40 * MachineFixture.DAY_MS;
            Answer advanced = fixture.send(Commands.advanceClock(Actor.OPERATOR, advanceMs));
            Answer stepped =
                    fixture.send(Commands.stepClock(Actor.SYSTEM, advanced.clock().targetMs()));
            assertThat(fixture.engine().awaitWatermark(stepped.sequence(), 10_000))
                    .isGreaterThan(stepped.sequence());
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            nowMs = fixture.send(QueryMessages.clock(Actor.OPERATOR)).clock().nowMs();
            assertThat(nowMs).isGreaterThanOrEqualTo(advanced.clock().targetMs());
        }
        try (EngineFixture fixture = new EngineFixture(folder)) {
            assertThat(status(fixture, payment)).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(fixture.send(QueryMessages.clock(Actor.OPERATOR)).clock().nowMs())
                    .isBetween(nowMs, nowMs + MachineFixture.DAY_MS);
        }
    }

    private static PaymentStatus status(EngineFixture fixture, long payment) {
        return fixture.send(QueryMessages.object(Actor.OPERATOR, IdKind.PAYMENT, payment))
                .payment()
                .status();
    }
}
