package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.state.PaymentTable;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises I1, I2 and I5 over random histories. */
class RandomCommandsTest {
    private static final int SEEDS = 12;
    private static final int STEPS = 3000;

    @Test
    void shouldKeepEveryPromiseWhateverIsAsked() {
        Set<PaymentStatus> reached = EnumSet.noneOf(PaymentStatus.class);
        Seeds.forEach(
                SEEDS,
                random -> {
                    MachineFixture ledger = new MachineFixture();
                    RandomCommands commands = new RandomCommands(ledger, random);
                    for (int i = 0; i < STEPS; i++) {
                        commands.step();
                    }
                    ReplayCheck.check(ledger);
                    PaymentTable payments = ledger.state().payments();
                    assertThat(payments.size()).isGreaterThan(30);
                    for (int i = 0; i < payments.size(); i++) {
                        reached.add(payments.status(i));
                    }
                });
        assertThat(reached).containsExactlyInAnyOrder(PaymentStatus.values());
    }
}
