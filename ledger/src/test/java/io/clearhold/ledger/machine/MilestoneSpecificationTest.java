package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.state.MilestoneTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A payment of 1000 in three parts: 500 for the design, 300 for the build, 200 for the care. */
class MilestoneSpecificationTest extends PaymentSpecification {
    private static final long DESIGN = 71;
    private static final long BUILD = 72;
    private static final long CARE = 73;
    private static final long UNKNOWN = 99;
    private static final long TEN_DAYS_MS = 10 * MachineFixture.DAY_MS;

    /** Each call about the design, in each status of the design. */
    private static final String TABLE =
            """
            call    created          held                  shipped                   released                   refunded
            ship    payment_not_held ok                    milestone_already_shipped milestone_already_released milestone_already_refunded
            extend  payment_not_shipped milestone_not_shipped ok                     milestone_already_released milestone_already_refunded
            confirm payment_not_held ok                    ok                        milestone_already_released milestone_already_refunded
            refund  payment_not_held ok                    ok                        milestone_already_released milestone_already_refunded
            """;

    @Test
    void shouldAnswerEveryCallInEveryStatusAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<String> statuses = List.of(lines.get(0).split(" +", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            for (int i = 1; i < cells.size(); i++) {
                long payment = start(statuses.get(i));
                Answer answer = call(cells.get(0), payment);
                assertThat(answer.code().code())
                        .as("%s in %s", cells.get(0), statuses.get(i))
                        .isEqualTo(cells.get(i));
                if (answer.code() != ResultCode.OK) {
                    assertThat(show(payment, 0)).startsWith(statuses.get(i));
                }
            }
        }
    }

    @Test
    void shouldRefuseMilestonesThatAreNotTheAmount() {
        Answer answer = create(t -> t.milestone(DESIGN, 500).milestone(BUILD, 499));
        assertThat(answer.code()).isEqualTo(ResultCode.MILESTONES_MISMATCH);
        assertThat(answer.first()).isEqualTo(999);
        assertThat(answer.second()).isEqualTo(1000);
        assertThat(
                        create(t ->
                                        t.milestone(DESIGN, Long.MAX_VALUE)
                                                .milestone(BUILD, Long.MAX_VALUE))
                                .code())
                .isEqualTo(ResultCode.MILESTONES_MISMATCH);
    }

    @Test
    void shouldRefuseMilestonesOfTheSameNameOrOfADirectPayment() {
        assertThat(create(t -> t.milestone(DESIGN, 500).milestone(DESIGN, 500)).code())
                .isEqualTo(ResultCode.MILESTONE_NAME_REPEATED);
        assertThat(create(t -> t.milestone(DESIGN, 1000).direct()).code())
                .isEqualTo(ResultCode.MILESTONES_NEED_ESCROW);
    }

    @Test
    void shouldRefuseMoreThanTwentyMilestones() {
        UnaryOperator<PaymentTerms> many =
                terms -> {
                    for (int i = 1; i <= 21; i++) {
                        terms.milestone(i, 10);
                    }
                    return terms.amount(210);
                };
        Answer answer = create(many);
        assertThat(answer.code()).isEqualTo(ResultCode.TOO_MANY_MILESTONES);
        assertThat(answer.second()).isEqualTo(21);
    }

    @Test
    void shouldShipThePaymentWithItsLastMilestone() {
        long payment = heldInThree();
        ledger.platform().shipMilestone(payment, BUILD).ok();
        ledger.platform().shipMilestone(payment, CARE).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        Answer.Payment last = ledger.platform().shipMilestone(payment, DESIGN).payment();
        assertThat(last.status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(last.autoConfirmAtMs()).isZero();
    }

    @Test
    void shouldShipAllThatAreHeldWhenNoneIsNamed() {
        long payment = heldInThree();
        ledger.platform().confirmMilestone(payment, 0, DESIGN).ok();
        ledger.platform().shipMilestone(payment, BUILD).ok();
        ledger.platform().ship(payment).ok();
        assertThat(show(payment, 0)).isEqualTo("released 0/500/0");
        assertThat(show(payment, 1)).isEqualTo("shipped 300/0/0");
        assertThat(show(payment, 2)).isEqualTo("shipped 200/0/0");
    }

    @Test
    void shouldShipThePaymentWhenOnlyShippedMilestonesStayHeld() {
        long confirmed = heldInThree();
        ledger.platform().shipMilestone(confirmed, DESIGN).ok();
        ledger.platform().confirmMilestone(confirmed, 0, BUILD).ok();
        assertThat(ledger.platform().confirmMilestone(confirmed, 0, CARE).payment().status())
                .isEqualTo(PaymentStatus.SHIPPED);
        long refunded = heldInThree();
        ledger.platform().shipMilestone(refunded, DESIGN).ok();
        ledger.platform().refundMilestone(refunded, 0, BUILD).ok();
        ledger.platform().refundMilestone(refunded, 0, CARE).ok();
        assertThat(ledger.payment(refunded).status()).isEqualTo(PaymentStatus.SHIPPED);
    }

    @Test
    void shouldConfirmEachMilestoneAtItsOwnDeadline() {
        long payment = heldInThree();
        ledger.platform().shipMilestone(payment, BUILD).ok();
        ledger.pass(MachineFixture.DAY_MS);
        ledger.platform().shipMilestone(payment, DESIGN).ok();
        ledger.pass(TEN_DAYS_MS - MachineFixture.DAY_MS);
        assertThat(show(payment, 1)).isEqualTo("released 0/300/0");
        assertThat(show(payment, 0)).isEqualTo("shipped 500/0/0");
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(show(payment, 0)).isEqualTo("released 0/500/0");
        assertThat(show(payment, 2)).isEqualTo("held 200/0/0");
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldExtendOneMilestoneAtMostOnceByTheAgreedTime() {
        long payment = heldInThree();
        ledger.platform().ship(payment).ok();
        long most = TEN_DAYS_MS / 1000;
        ledger.platform().extendMilestone(payment, most, DESIGN).ok();
        Answer more = ledger.platform().extendMilestone(payment, 1, DESIGN);
        assertThat(more.code()).isEqualTo(ResultCode.EXTENSION_LIMIT);
        assertThat(more.first()).isZero();
        ledger.pass(TEN_DAYS_MS);
        assertThat(show(payment, 0)).isEqualTo("shipped 500/0/0");
        assertThat(show(payment, 1)).isEqualTo("released 0/300/0");
        ledger.pass(TEN_DAYS_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldExtendAllShippedMilestonesOrNone() {
        long payment = heldInThree();
        assertThat(ledger.platform().extend(payment, 60).code())
                .isEqualTo(ResultCode.PAYMENT_NOT_SHIPPED);
        ledger.platform().shipMilestone(payment, DESIGN).ok();
        ledger.platform().extendMilestone(payment, 60, DESIGN).ok();
        ledger.platform().shipMilestone(payment, BUILD).ok();
        long most = TEN_DAYS_MS / 1000;
        assertThat(ledger.platform().extend(payment, most).code())
                .isEqualTo(ResultCode.EXTENSION_LIMIT);
        ledger.platform().extend(payment, most - 60).ok();
        assertThat(milestone(payment, 1, ledger.state().milestones()::extendedSeconds))
                .isEqualTo(most - 60);
    }

    @Test
    void shouldReleaseFromTheFirstAndRefundFromTheLastWhenNoneIsNamed() {
        long payment = heldInThree();
        ledger.platform().confirm(payment, 600).ok();
        assertThat(show(payment, 0)).isEqualTo("released 0/500/0");
        assertThat(show(payment, 1)).isEqualTo("held 200/100/0");
        ledger.platform().refund(payment, 250).ok();
        assertThat(show(payment, 1)).isEqualTo("held 150/100/50");
        assertThat(show(payment, 2)).isEqualTo("refunded 0/0/200");
        ledger.platform().refund(payment).ok();
        assertThat(show(payment, 1)).isEqualTo("released 0/100/200");
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldBoundWhatIsAskedOfAMilestoneByWhatItHolds() {
        long payment = heldInThree();
        Answer confirm = ledger.platform().confirmMilestone(payment, 301, BUILD);
        assertThat(confirm.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(confirm.first()).isEqualTo(300);
        assertThat(confirm.second()).isEqualTo(301);
        assertThat(ledger.platform().refundMilestone(payment, 201, CARE).code())
                .isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
    }

    @Test
    void shouldRefuseANameThatThePaymentDoesNotHave() {
        long payment = heldInThree();
        assertThat(ledger.platform().shipMilestone(payment, UNKNOWN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        assertThat(ledger.platform().confirmMilestone(payment, 0, UNKNOWN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        assertThat(ledger.platform().refundMilestone(payment, 0, UNKNOWN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        assertThat(ledger.platform().extendMilestone(payment, 60, UNKNOWN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        long plain = super.shipped();
        assertThat(ledger.platform().extendMilestone(plain, 60, DESIGN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        assertThat(ledger.platform().confirmMilestone(plain, 0, DESIGN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
    }

    @Test
    void shouldLetThePayerClaimOnlyWhatWasNotShippedInTime() {
        long payer = ledger.newAccount();
        long shipBy = ledger.nowMs() + 5 * MachineFixture.DAY_MS;
        long payment = heldFor(t -> t.payer(payer).shipBy(shipBy));
        ledger.platform().shipMilestone(payment, BUILD).ok();
        assertThat(ledger.account(payer).refund(payment).code())
                .isEqualTo(ResultCode.SHIP_BY_NOT_PASSED);
        ledger.pass(5 * MachineFixture.DAY_MS);
        assertThat(ledger.account(payer).refundMilestone(payment, 0, BUILD).code())
                .isEqualTo(ResultCode.SHIP_BY_NOT_PASSED);
        assertThat(ledger.account(payer).refundMilestone(payment, 499, DESIGN).code())
                .isEqualTo(ResultCode.PAYER_FULL_REFUND_ONLY);
        ledger.account(payer).refundMilestone(payment, 0, DESIGN).ok();
        ledger.account(payer).refund(payment).ok();
        assertThat(show(payment, 0)).isEqualTo("refunded 0/0/500");
        assertThat(show(payment, 1)).isEqualTo("shipped 300/0/0");
        assertThat(show(payment, 2)).isEqualTo("refunded 0/0/200");
    }

    @Test
    void shouldRefundWhatWasNotShippedInTimeByItselfIfThatWasAgreed() {
        long payment = heldFor(PaymentTerms::autoRefund);
        ledger.platform().shipMilestone(payment, BUILD).ok();
        ledger.pass(30 * MachineFixture.DAY_MS);
        assertThat(show(payment, 0)).isEqualTo("refunded 0/0/500");
        assertThat(show(payment, 1)).isEqualTo("released 0/300/0");
        assertThat(show(payment, 2)).isEqualTo("refunded 0/0/200");
    }

    @Test
    void shouldPutBackWhatARefundTookWhenItFails() {
        long payment = heldInThree();
        ledger.platform().shipMilestone(payment, CARE).ok();
        long refund = ledger.platform().refund(payment).id();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(show(payment, 0)).isEqualTo("held 500/0/0");
        assertThat(show(payment, 2)).isEqualTo("shipped 200/0/0");
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        ledger.pass(40 * MachineFixture.DAY_MS);
        assertThat(show(payment, 2)).as("its deadlines stand still").isEqualTo("shipped 200/0/0");
        ledger.platform().ship(payment).ok();
        assertThat(ledger.platform().extendMilestone(payment, 60, CARE).code())
                .isEqualTo(ResultCode.DEADLINE_STOPPED);
        ledger.pass(TEN_DAYS_MS);
        assertThat(show(payment, 2)).isEqualTo("shipped 200/0/0");
        ledger.platform().confirmMilestone(payment, 0, CARE).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldKeepTheSharesOfTheWholePayment() {
        long partner = ledger.newAccount();
        long payment = heldFor(t -> t.fee(7).splitBps(partner, 3333));
        ledger.platform().confirmMilestone(payment, 0, CARE).ok();
        ledger.platform().confirmMilestone(payment, 0, BUILD).ok();
        ledger.platform().confirmMilestone(payment, 0, DESIGN).ok();
        assertThat(ledger.available(partner)).isEqualTo(333);
        assertThat(ledger.payment(payment).fee()).isEqualTo(7);
        assertThat(ledger.available(payee)).isEqualTo(660);
    }

    @Test
    void shouldReplaceMilestonesBeforeThePaymentIsPaid() {
        long payment = create(this::inThree).id();
        assertThat(ledger.platform().update(payment, 1, t -> t.amount(900)).code())
                .isEqualTo(ResultCode.MILESTONES_MISMATCH);
        ledger.platform().update(payment, 0x81, t -> t.amount(900).milestone(BUILD, 900)).ok();
        ledger.platform().update(payment, 0x80, t -> t).ok();
        ledger.platform().update(payment, 0x80, t -> t.milestone(CARE, 400).milestone(5, 500)).ok();
        ledger.platform().pay(payment).ok();
        collect(payment);
        assertThat(ledger.platform().shipMilestone(payment, DESIGN).code())
                .isEqualTo(ResultCode.MILESTONE_NOT_FOUND);
        ledger.platform().confirmMilestone(payment, 0, CARE).ok();
        assertThat(show(payment, 0)).isEqualTo("released 0/400/0");
        assertThat(show(payment, 1)).isEqualTo("held 500/0/0");
    }

    @Test
    void shouldClawBackOfAMilestoneAtMostWhatWasReleasedOfIt() {
        long payment = heldInThree();
        ledger.platform().refundMilestone(payment, 0, CARE).ok();
        ledger.platform().confirm(payment).ok();
        Answer more = ledger.platform().refundMilestone(payment, 301, BUILD);
        assertThat(more.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_RELEASED);
        assertThat(more.first()).isEqualTo(300);
        assertThat(ledger.platform().refundMilestone(payment, 1, CARE).code())
                .isEqualTo(ResultCode.MILESTONE_ALREADY_REFUNDED);
        ledger.platform().refundMilestone(payment, 100, BUILD).ok();
        long rest = ledger.platform().refund(payment, 450).id();
        assertThat(show(payment, 0)).isEqualTo("released 0/250/250");
        assertThat(show(payment, 1)).isEqualTo("released 0/0/300");
        ledger.bank().reject(ledger.bank().instructionOf(rest)).ok();
        assertThat(show(payment, 0)).isEqualTo("released 0/500/0");
        assertThat(show(payment, 1)).isEqualTo("released 0/200/100");
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldTakeALateSuccessOfARefundThatHadFailedToNoMilestone() {
        long payment = heldInThree();
        long refund = ledger.platform().refundMilestone(payment, 100, BUILD).id();
        long instruction = ledger.bank().instructionOf(refund);
        ledger.bank().reject(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.SETTLED);
        assertThat(show(payment, 1)).isEqualTo("held 300/0/0");
    }

    private long start(String status) {
        long payment = status.equals("created") ? create(this::inThree).id() : heldInThree();
        switch (status) {
            case "shipped" -> ledger.platform().shipMilestone(payment, DESIGN).ok();
            case "released" -> ledger.platform().confirmMilestone(payment, 0, DESIGN).ok();
            case "refunded" -> ledger.platform().refundMilestone(payment, 0, DESIGN).ok();
            default -> assertThat(status).isIn("created", "held");
        }
        return payment;
    }

    private Answer call(String name, long payment) {
        Map<String, LongFunction<Answer>> calls =
                Map.of(
                        "ship", id -> ledger.platform().shipMilestone(id, DESIGN),
                        "extend", id -> ledger.platform().extendMilestone(id, 60, DESIGN),
                        "confirm", id -> ledger.platform().confirmMilestone(id, 0, DESIGN),
                        "refund", id -> ledger.platform().refundMilestone(id, 0, DESIGN));
        return java.util.Objects.requireNonNull(calls.get(name)).apply(payment);
    }

    private PaymentTerms inThree(PaymentTerms terms) {
        return terms.milestone(DESIGN, 500).milestone(BUILD, 300).milestone(CARE, 200);
    }

    private Answer create(UnaryOperator<PaymentTerms> terms) {
        return ledger.platform().createPayment(payee, terms);
    }

    private long heldFor(UnaryOperator<PaymentTerms> more) {
        long payment = create(t -> more.apply(inThree(t))).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        return payment;
    }

    private long heldInThree() {
        return heldFor(t -> t);
    }

    private long milestone(long payment, int place, java.util.function.IntToLongFunction of) {
        int index = ledger.state().payments().find(payment);
        return of.applyAsLong(ledger.state().extras().firstMilestone(index) + place);
    }

    /** Status, and held/released/refunded. */
    private String show(long payment, int place) {
        MilestoneTable table = ledger.state().milestones();
        int first = ledger.state().extras().firstMilestone(ledger.state().payments().find(payment));
        int at = first + place;
        return "%s %d/%d/%d"
                .formatted(
                        table.status(at).name().toLowerCase(Locale.ROOT),
                        table.held(at),
                        table.released(at),
                        table.refunded(at));
    }
}
