package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.state.DisputeTable;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Disputes of all payments by anyone in any order, the invariants being checked after each command:
 * that these commands come to every status, and to ends by everyone who can end a dispute.
 */
class RandomDisputesTest {
    private static final int SEEDS = 6;
    private static final int STEPS = 2000;

    @Test
    void shouldKeepThePromisesInEveryStatusThatADisputeCanHave() {
        Set<DisputeStatus> statuses = EnumSet.noneOf(DisputeStatus.class);
        Set<DisputeParty> enders = EnumSet.noneOf(DisputeParty.class);
        Seeds.forEach(
                SEEDS,
                random -> {
                    MachineFixture ledger = new MachineFixture();
                    RandomCommands commands = new RandomCommands(ledger, random);
                    DisputeTable disputes = ledger.state().disputes();
                    for (int i = 0; i < STEPS; i++) {
                        commands.step();
                        for (int j = 0; i % 10 == 0 && j < disputes.size(); j++) {
                            statuses.add(disputes.status(j));
                        }
                    }
                    ReplayCheck.check(ledger);
                    for (int i = 0; i < disputes.size(); i++) {
                        if (disputes.endedBy(i) != 0) {
                            enders.add(DisputeParty.of(disputes.endedBy(i)));
                        }
                    }
                });
        assertThat(statuses).containsExactlyInAnyOrder(DisputeStatus.values());
        assertThat(enders)
                .contains(
                        DisputeParty.PAYER,
                        DisputeParty.PAYEE,
                        DisputeParty.OPERATOR,
                        DisputeParty.DEADLINE);
    }
}
