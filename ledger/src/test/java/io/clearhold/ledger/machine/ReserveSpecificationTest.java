package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;

/** The rolling reserve: kept back at release, credited by a deadline of its own. */
class ReserveSpecificationTest extends PaymentSpecification {
    @Test
    void shouldKeepItsShareBackAfterFeeAndSplits() {
        ledger.setReserve(payee, 1000, 30);
        released();
        assertThat(ledger.reserve(payee)).isEqualTo(100);
        assertThat(ledger.available(payee)).isEqualTo(900);
    }

    @Test
    void shouldKeepOfEachPartWhatIsDueByThen() {
        ledger.setReserve(payee, 333, 30);
        long payment = held();
        ledger.platform().confirm(payment, 1).ok();
        assertThat(ledger.reserve(payee)).isZero();
        ledger.platform().confirm(payment, 499).ok();
        assertThat(ledger.reserve(payee)).isEqualTo(16);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.reserve(payee)).isEqualTo(33);
    }

    @Test
    void shouldCreditEachTrancheOnItsDay() {
        ledger.setReserve(payee, 1000, 30);
        released();
        ledger.pass(MachineFixture.DAY_MS);
        released();
        ledger.pass(29 * MachineFixture.DAY_MS);
        assertThat(ledger.reserve(payee)).isEqualTo(100);
        assertThat(ledger.available(payee)).isEqualTo(1900);
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.reserve(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(2000);
    }

    @Test
    void shouldHoldOnlyForWhatIsCollectedFromThenOn() {
        long before = held();
        ledger.setReserve(payee, 1000, 30);
        ledger.platform().confirm(before).ok();
        assertThat(ledger.reserve(payee)).isZero();
    }

    @Test
    void shouldGiveTheOldestTrancheUpFirstBeforeThereIsDebt() {
        ledger.setReserve(payee, 1000, 30);
        released();
        ledger.pass(MachineFixture.DAY_MS);
        long payment = released();
        ledger.platform().payOut(payee, 1800).ok();
        ledger.platform().refund(payment, 150).ok();
        assertThat(ledger.reserve(payee)).isEqualTo(50);
        assertThat(ledger.debt(payee)).isZero();
        ledger.pass(29 * MachineFixture.DAY_MS);
        assertThat(ledger.reserve(payee)).isEqualTo(50);
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.reserve(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(50);
    }

    @Test
    void shouldRepayDebtFirstFromATranche() {
        ledger.setReserve(payee, 1000, 30);
        long payment = released();
        ledger.platform().payOut(payee, 900).ok();
        ledger.platform().refund(payment, 500).ok();
        assertThat(ledger.debt(payee)).isEqualTo(400);
        assertThat(ledger.reserve(payee)).isZero();
        ledger.setReserve(payee, 10_000, 5);
        released();
        assertThat(ledger.debt(payee)).isEqualTo(400);
        assertThat(ledger.reserve(payee)).isEqualTo(1000);
        ledger.pass(5 * MachineFixture.DAY_MS);
        assertThat(ledger.debt(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(600);
    }

    @Test
    void shouldPutATrancheBackWhenItsRefundFailsAndCreditItOnceItsDayHasPassed() {
        ledger.setReserve(payee, 1000, 30);
        long payment = released();
        ledger.platform().payOut(payee, 900).ok();
        long early = ledger.platform().refund(payment, 40).id();
        ledger.bank().reject(ledger.bank().instructionOf(early)).ok();
        assertThat(ledger.reserve(payee)).isEqualTo(100);
        long late = ledger.platform().refund(payment, 100).id();
        assertThat(ledger.reserve(payee)).isZero();
        ledger.pass(31 * MachineFixture.DAY_MS);
        ledger.bank().reject(ledger.bank().instructionOf(late)).ok();
        ledger.pass(1);
        assertThat(ledger.reserve(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(100);
    }

    @Test
    void shouldBeSetByThePlatformAndNotByTheAccount() {
        assertThat(ledger.account(payee).setReserve(payee, 1, 1).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.otherPlatform().setReserve(payee, 1, 1).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        ledger.operator().setReserve(payee, 10_000, 3653).ok();
        assertThat(ledger.operator().setReserve(payee, 10_001, 1).code())
                .isEqualTo(ResultCode.INVALID_COMMAND);
    }
}
