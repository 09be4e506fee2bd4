package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.QueryMessages;
import org.junit.jupiter.api.Test;

class TransferSpecificationTest extends MachineSpecification {
    private final long from = ledger.accountWith(1000);
    private final long to = ledger.newAccount();

    @Test
    void shouldMoveAvailableMoneyAtOnce() {
        Answer transfer = ledger.account(from).transfer(from, to, 400);
        assertThat(transfer.transfer().amount()).isEqualTo(400);
        assertThat(ledger.available(from)).isEqualTo(600);
        assertThat(ledger.available(to)).isEqualTo(400);
    }

    @Test
    void shouldBeSeenByBothSidesAndNobodyElse() {
        long transfer = ledger.platform().transfer(from, to, 400).id();
        long third = ledger.newAccount();
        assertThat(see(Actor.account(1, from), transfer)).isEqualTo(ResultCode.OK);
        assertThat(see(Actor.account(1, to), transfer)).isEqualTo(ResultCode.OK);
        assertThat(see(Actor.OPERATOR, transfer)).isEqualTo(ResultCode.OK);
        assertThat(see(Actor.account(1, third), transfer)).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(see(Actor.platform(2), transfer)).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseWhatItMust() {
        long foreign = ledger.otherPlatform().createAccount().id();
        assertThat(ledger.platform().transfer(99, to, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.account(to).transfer(from, to, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.operator().transfer(from, to, 1).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.platform().transfer(from, 99, 1).code())
                .isEqualTo(ResultCode.RECIPIENT_NOT_FOUND);
        assertThat(ledger.platform().transfer(from, foreign, 1).code())
                .isEqualTo(ResultCode.RECIPIENT_NOT_FOUND);
        assertThat(ledger.platform().transfer(from, from, 1).code())
                .isEqualTo(ResultCode.SAME_ACCOUNT);
        assertThat(ledger.platform().transfer(from, to, 1, MachineFixture.NO_CURRENCY).code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
        Answer tooMuch = ledger.platform().transfer(from, to, 1001);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        assertThat(tooMuch.first()).isEqualTo(1000);
        assertThat(tooMuch.second()).isEqualTo(1001);
        assertThat(ledger.platform().transfer(from, to, Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        assertThat(ledger.available(from)).isEqualTo(1000);
    }

    @Test
    void shouldRefuseBothSidesOfAnAccountThatIsNotActive() {
        ledger.operator().move(to, AccountTrigger.FREEZE).ok();
        assertThat(ledger.platform().transfer(from, to, 1).code())
                .isEqualTo(ResultCode.ACCOUNT_NOT_ACTIVE);
        ledger.operator().move(from, AccountTrigger.FREEZE).ok();
        assertThat(ledger.platform().transfer(from, ledger.newAccount(), 1).code())
                .isEqualTo(ResultCode.ACCOUNT_NOT_ACTIVE);
    }

    private ResultCode see(Actor actor, long transfer) {
        return ledger.ask(QueryMessages.object(actor, IdKind.TRANSFER, transfer)).code();
    }
}
