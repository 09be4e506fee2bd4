package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.EpochsResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.QueryMessages;
import org.junit.jupiter.api.Test;

/** A restored ledger gives no id again that the lost time may have given. */
class EpochSpecificationTest extends MachineSpecification {
    @Test
    void shouldGiveIdsOfTheNewEpochAndFindThoseOfBoth() {
        long payee = ledger.newAccount();
        long before = ledger.platform().createPayment(payee, terms -> terms).id();
        ledger.send(Commands.beginEpoch(Actor.SYSTEM, 2)).ok();
        long begun = ledger.state().sequence();
        long after = ledger.platform().createPayment(payee, terms -> terms).id();
        assertThat(ObjectId.epoch(before)).isZero();
        assertThat(ObjectId.epoch(after)).isEqualTo(2);
        assertThat(ObjectId.sequence(after)).isEqualTo(begun + 1);
        assertThat(after).isNotEqualTo(ObjectId.of(0, begun + 1, ObjectId.ordinal(after)));
        for (long payment : new long[] {before, after}) {
            ledger.platform().cancel(payment).ok();
            assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CANCELED);
        }
        // The id that the lost time gave for the same place is nobody's.
        assertThat(
                        ledger.platform()
                                .cancel(ObjectId.of(0, begun + 1, ObjectId.ordinal(after)))
                                .code())
                .isEqualTo(ResultCode.NOT_FOUND);
        IdEpochs epochs = ledger.state().epochs().all();
        assertThat(epochs.at(begun - 1)).isZero();
        assertThat(epochs.at(begun)).isEqualTo(2);
        assertThat(epochs.event(0, begun, 1)).isNotEqualTo(ObjectId.of(0, begun, 1));
    }

    @Test
    void shouldSayWhichEpochsThereAre() {
        ledger.send(Commands.beginEpoch(Actor.SYSTEM, 1)).ok();
        ledger.send(Commands.beginEpoch(Actor.SYSTEM, 15)).ok();
        EpochsResultDecoder result =
                new EpochsResultDecoder()
                        .wrapAndApplyHeader(
                                ledger.ask(QueryMessages.epochs(Actor.SYSTEM)).buffer(),
                                0,
                                new MessageHeaderDecoder());
        EpochsResultDecoder.EpochsDecoder rows = result.epochs();
        assertThat(rows.next().epoch()).isEqualTo((short) 1);
        assertThat(rows.next().epoch()).isEqualTo((short) 15);
        assertThat(rows.sequence()).isEqualTo(ledger.state().sequence());
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void shouldRefuseAnEpochThatIsNoLaterOneAndWhoIsNotTheServer() {
        ledger.send(Commands.beginEpoch(Actor.SYSTEM, 3)).ok();
        for (int epoch : new int[] {1, 2, 3}) {
            assertThat(ledger.send(Commands.beginEpoch(Actor.SYSTEM, epoch)).code())
                    .isEqualTo(ResultCode.EPOCH_USED);
        }
        assertThat(ledger.send(Commands.beginEpoch(Actor.OPERATOR, 4)).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.send(Commands.beginEpoch(Actor.SYSTEM, 16)).code())
                .isEqualTo(ResultCode.INVALID_COMMAND);
    }
}
