package io.clearhold.ledger.machine;

import static io.clearhold.ledger.scenario.TermsCommands.AMOUNT;
import static io.clearhold.ledger.scenario.TermsCommands.AUTO_CONFIRM_AFTER;
import static io.clearhold.ledger.scenario.TermsCommands.FEE;
import static io.clearhold.ledger.scenario.TermsCommands.PAY_BY;
import static io.clearhold.ledger.scenario.TermsCommands.SHIP_BY;
import static io.clearhold.ledger.scenario.TermsCommands.SPLITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.scenario.TermsCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** New terms before a payment is paid, and what terms come to once it is. */
class TermsSpecificationTest extends PaymentSpecification {
    @Test
    void shouldExpireByTheNewDeadline() {
        long payment = created();
        long later = ledger.nowMs() + 5000;
        ledger.platform().update(payment, PAY_BY, t -> t.payBy(later)).ok();
        ledger.pass(4999);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldReturnToTheDefaultsWhereNothingIsGiven() {
        long payment =
                ledger.platform()
                        .createPayment(
                                payee, t -> t.payBy(ledger.nowMs() + 1000).autoConfirmAfter(5))
                        .id();
        Answer.Payment changed =
                ledger.platform().update(payment, PAY_BY | AUTO_CONFIRM_AFTER, t -> t).payment();
        assertThat(changed.payByMs()).isEqualTo(ledger.nowMs() + MachineFixture.DAY_MS);
        ledger.platform().pay(payment).ok();
        collect(payment);
        assertThat(ledger.platform().ship(payment).payment().autoConfirmAtMs())
                .isEqualTo(ledger.nowMs() + 10 * MachineFixture.DAY_MS);
    }

    @Test
    void shouldShareByTheNewSplitsHoweverOftenTheyChange() {
        long first = ledger.newAccount();
        long second = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, t -> t.split(first, 500)).id();
        ledger.platform()
                .update(payment, SPLITS, t -> t.splitBps(first, 100).splitBps(second, 200))
                .ok();
        ledger.platform().update(payment, SPLITS, t -> t).ok();
        ledger.platform().update(payment, SPLITS, t -> t.split(second, 70)).ok();
        ledger.platform().update(payment, AMOUNT, t -> t.amount(2000)).ok();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.available(first)).isZero();
        assertThat(ledger.available(second)).isEqualTo(70);
        assertThat(ledger.available(payee)).isEqualTo(1930);
    }

    @Test
    void shouldKeepTheFeeThatWasAgreedUnlessItIsGiven() {
        ledger.setPricing(payee, ShareKind.AMOUNT, 11, 0, 0);
        long payment = created();
        ledger.setPricing(payee, ShareKind.AMOUNT, 22, 0, 0);
        ledger.platform().update(payment, AMOUNT, t -> t.amount(900)).ok();
        assertThat(feeOf(payment)).isEqualTo(11);
        ledger.platform().update(payment, FEE, t -> t).ok();
        assertThat(feeOf(payment)).isEqualTo(22);
        ledger.platform().update(payment, FEE, t -> t.feeBps(100, 30, 40)).ok();
        ledger.platform().pay(payment).ok();
        collect(payment);
        assertThat(ledger.platform().confirm(payment).payment().fee()).isEqualTo(30);
    }

    @Test
    void shouldLetAnAccountChangeAllButTheFee() {
        long payment = created();
        ledger.account(payee).update(payment, AMOUNT, t -> t.amount(900)).ok();
        assertThat(ledger.account(payee).update(payment, FEE, t -> t).code())
                .isEqualTo(ResultCode.FEE_NOT_ALLOWED);
    }

    @Test
    void shouldLetNobodyButThePayeesSideChangeTerms() {
        long payer = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, t -> t.payer(payer)).id();
        assertThat(ledger.account(payer).update(payment, AMOUNT, t -> t).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.operator().update(payment, AMOUNT, t -> t).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.otherPlatform().update(payment, AMOUNT, t -> t).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseTermsThatNoPaymentMayHave() {
        long payment = created();
        assertThat(ledger.platform().update(payment, SPLITS, t -> t.split(payee, 1001)).code())
                .isEqualTo(ResultCode.SPLITS_EXCEED_AMOUNT);
        assertThat(ledger.platform().update(payment, SPLITS, t -> t.split(77, 1)).code())
                .isEqualTo(ResultCode.SPLIT_ACCOUNT_NOT_FOUND);
        assertThat(ledger.platform().update(payment, PAY_BY, t -> t.payBy(1)).code())
                .isEqualTo(ResultCode.DEADLINE_IN_PAST);
        assertThat(ledger.platform().update(payment, SHIP_BY, t -> t.shipBy(1)).code())
                .isEqualTo(ResultCode.DEADLINE_IN_PAST);
        long most = Long.MAX_VALUE;
        assertThat(ledger.platform().update(payment, AMOUNT, t -> t.amount(most)).code())
                .isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
        assertThat(
                        ledger.send(
                                        TermsCommands.update(
                                                ledger.platform().withKey(5).actor(),
                                                payment,
                                                1,
                                                AMOUNT,
                                                new PaymentTerms(0, 0)))
                                .code())
                .isEqualTo(ResultCode.TEXT_CHANGED);
    }

    @Test
    void shouldKeepThePayersRightWhenItIsShippedLate() {
        long payer = ledger.newAccount();
        long payment =
                ledger.platform()
                        .createPayment(payee, t -> t.payer(payer).shipBy(ledger.nowMs() + 1000))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.pass(1000);
        ledger.platform().ship(payment).ok();
        ledger.account(payer).refund(payment).ok();
        assertThat(ledger.payment(payment).refunded()).isEqualTo(1000);
    }

    @Test
    void shouldShareAnyReleasesAndRefundsSoThatTheySumAndNobodyIsDebited() {
        Seeds.forEach(20, this::releaseAndRefundAtRandom);
    }

    private void releaseAndRefundAtRandom(Random random) {
        List<Long> partners = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            partners.add(ledger.newAccount());
        }
        long shop = ledger.newAccount();
        long amount = 1L + random.nextInt(random.nextBoolean() ? 40 : 100_000);
        Answer answer =
                ledger.platform()
                        .createPayment(
                                shop,
                                terms -> {
                                    terms.amount(amount);
                                    terms.feeBps(
                                            random.nextInt(900), random.nextInt(2), 1 + amount);
                                    for (long partner : partners) {
                                        terms.splitBps(partner, random.nextInt(3000));
                                    }
                                    return terms;
                                });
        if (answer.code() == ResultCode.SPLITS_EXCEED_AMOUNT) {
            return;
        }
        long payment = answer.id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        long held = amount;
        long released = 0;
        while (held > 0) {
            List<Long> before = availableTo(shop, partners);
            long part = 1 + random.nextLong(held);
            if (random.nextInt(4) == 0) {
                ledger.platform().refund(payment, part).ok();
            } else {
                ledger.platform().confirm(payment, part).ok();
                released += part;
            }
            held -= part;
            List<Long> after = availableTo(shop, partners);
            for (int i = 0; i < after.size(); i++) {
                assertThat(after.get(i)).isGreaterThanOrEqualTo(before.get(i));
            }
            long shares = after.stream().mapToLong(Long::longValue).sum();
            assertThat(shares + ledger.payment(payment).fee()).isEqualTo(released);
        }
        if (released == amount) {
            assertThat(ledger.payment(payment).fee()).isEqualTo(feeOf(payment));
        }
    }

    private List<Long> availableTo(long shop, List<Long> partners) {
        List<Long> amounts = new ArrayList<>();
        amounts.add(ledger.available(shop));
        partners.forEach(partner -> amounts.add(ledger.available(partner)));
        return amounts;
    }

    /** What the fee comes to: before collection the amount that was agreed. */
    private long feeOf(long payment) {
        int index = ledger.state().payments().find(payment);
        return ledger.state().payments().collected(index) > 0
                ? ledger.state().payments().feeFixed(index)
                : ledger.state().payments().feeValue(index);
    }
}
