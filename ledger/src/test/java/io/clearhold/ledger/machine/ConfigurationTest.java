package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static Commands.Setup setup(ServerMode mode, int shard, int currency) {
        return new Commands.Setup(
                mode, shard, MachineFixture.DAY_MS, 1000, List.of(currency), List.of(5000L));
    }

    @Test
    void shouldLeaveNoFrameWhenNothingChanges() {
        MachineFixture ledger = new MachineFixture();
        long sequence = ledger.state().sequence();
        Message same = Commands.configure(Actor.SYSTEM, MachineFixture.SANDBOX);
        assertThat(ledger.send(same).outcome()).isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
    }

    @Test
    void shouldBeInForceFromItsFrameOn() {
        MachineFixture ledger = new MachineFixture();
        long payee = ledger.newAccount();
        ledger.send(Commands.configure(Actor.SYSTEM, setup(ServerMode.PRODUCTION, 0, 978))).ok();
        assertThat(ledger.platform().createPayment(payee).code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
        ledger.platform().createPayment(payee, t -> t.currency(978)).ok();
        assertThat(ledger.operator().advanceClock(1).code()).isEqualTo(ResultCode.SANDBOX_ONLY);
        ReplayCheck.check(ledger);
    }

    @Test
    void shouldKeepTheShardOfTheFirst() {
        MachineFixture ledger = new MachineFixture(setup(ServerMode.SANDBOX, 3, 156));
        ledger.send(Commands.configure(Actor.SYSTEM, setup(ServerMode.SANDBOX, 4, 978))).ok();
        assertThat(ObjectId.shard(ledger.newAccount())).isEqualTo(3);
        ReplayCheck.check(ledger);
    }

    @Test
    void shouldComeFromTheServerAlone() {
        MachineFixture ledger = new MachineFixture();
        for (Actor actor : List.of(Actor.OPERATOR, Actor.platform(1), Actor.AUDITOR)) {
            assertThat(ledger.send(Commands.configure(actor, MachineFixture.SANDBOX)).code())
                    .isEqualTo(ResultCode.FORBIDDEN);
        }
    }

    @Test
    void shouldRefuseACommandThatItDoesNotKnow() {
        MachineFixture ledger = new MachineFixture();
        Message unknown = Commands.tick(1);
        unknown.buffer().putShort(2, (short) 98, ByteOrder.LITTLE_ENDIAN);
        assertThat(ledger.send(unknown).code()).isEqualTo(ResultCode.UNKNOWN_COMMAND);
    }
}
