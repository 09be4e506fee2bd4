package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.state.EventApplier;
import io.clearhold.ledger.state.LedgerState;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Frozen money that is taken away: facts that no command of a dispute brings about. */
class DisputeShrinkingTest {
    private final MachineFixture ledger = new MachineFixture();
    private final long payee = ledger.newAccount();
    private final LedgerState state = ledger.state();
    private final DisputeFacts facts = new DisputeFacts(state, new EscrowFacts(state));
    private final long payment = held();
    private final long dispute = ledger.platform().dispute(payment, 400).id();

    @Test
    void shouldGoOnAboutWhatIsLeft() {
        assertThat(shrinkTo(400)).isZero();
        assertThat(shrinkTo(150)).isPositive();
        DisputeResultDecoder shown = ledger.dispute(dispute).dispute();
        assertThat(shown.amount()).isEqualTo(400);
        assertThat(shown.frozen()).isEqualTo(150);
        assertThat(ledger.payment(payment).frozen()).isEqualTo(150);
        assertThat(DisputeStatus.of(shown.status())).isEqualTo(DisputeStatus.OPEN);
    }

    @Test
    void shouldEndWithdrawnByTheChargebackWhenNothingIsLeft() {
        assertThat(shrinkTo(0)).isPositive();
        DisputeResultDecoder shown = ledger.dispute(dispute).dispute();
        assertThat(DisputeStatus.of(shown.status())).isEqualTo(DisputeStatus.WITHDRAWN);
        assertThat(DisputeParty.of(shown.endedBy())).isEqualTo(DisputeParty.CHARGEBACK);
        assertThat(ledger.payment(payment).frozen()).isZero();
        assertThat(shrinkTo(0)).isZero();
    }

    /** Decides and applies it as a step of a command; returns how many bytes of events it is. */
    private int shrinkTo(long newFrozen) {
        Decision decision = new Decision(state);
        decision.begin(state.sequence() + 1, ledger.nowMs());
        decision.beginStep();
        facts.shrink(state.payments().find(payment), newFrozen, decision);
        EventApplier applier = new EventApplier(state);
        applier.beginFrame(state.sequence() + 1, ledger.nowMs());
        int at = 0;
        while (at < decision.length()) {
            int length = decision.events().getInt(at, ByteOrder.LITTLE_ENDIAN);
            applier.apply(decision.events(), at + Integer.BYTES, length);
            at += Integer.BYTES + length;
        }
        return decision.length();
    }

    private long held() {
        long id = ledger.platform().createPayment(payee).id();
        ledger.platform().pay(id).ok();
        ledger.bank().settle(ledger.bank().collectOf(id)).ok();
        return id;
    }
}
