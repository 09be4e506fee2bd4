package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.QueryMessages;
import org.junit.jupiter.api.Test;

/** One person proposes, another one decides. */
class ApprovalSpecificationTest extends PaymentSpecification {
    private static final long AMOUNT = 500;

    private final Caller li = ledger.person(1);
    private final Caller wang = ledger.person(2);

    @Test
    void shouldDoNothingBeforeASecondPersonAgrees() {
        Answer proposed = li.adjust(AdjustmentType.OWN_FUNDS, AMOUNT);
        assertThat(proposed.approvalStatus()).isEqualTo(ApprovalStatus.PROPOSED);
        assertThat(proposed.approval().proposerKey()).isEqualTo(li.actor().apiKey());
        assertThat(proposed.approval().deciderKey()).isZero();
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();

        Answer approved = wang.approve(proposed.id());
        assertThat(approved.approvalStatus()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(approved.approval().deciderKey()).isEqualTo(wang.actor().apiKey());
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldRefuseThePersonWhoProposedWithAnyOfHisKeys() {
        long approval = propose();
        Caller liAgain = ledger.person(1);
        assertThat(li.approve(approval).code()).isEqualTo(ResultCode.SAME_PERSON);
        assertThat(li.reject(approval).code()).isEqualTo(ResultCode.SAME_PERSON);
        assertThat(liAgain.approve(approval).code()).isEqualTo(ResultCode.SAME_PERSON);
        assertThat(liAgain.reject(approval).code()).isEqualTo(ResultCode.SAME_PERSON);
        assertThat(wang.reject(approval).approvalStatus()).isEqualTo(ApprovalStatus.REJECTED);
    }

    @Test
    void shouldRefuseAKeyThatNamesNobody() {
        Caller nobody = ledger.person(0);
        assertThat(nobody.adjust(AdjustmentType.OWN_FUNDS, AMOUNT).code())
                .isEqualTo(ResultCode.PERSON_UNKNOWN);
        assertThat(nobody.approve(propose()).code()).isEqualTo(ResultCode.PERSON_UNKNOWN);
        assertThat(ledger.operator().adjust(AdjustmentType.OWN_FUNDS, AMOUNT).code())
                .isEqualTo(ResultCode.PERSON_UNKNOWN);
    }

    @Test
    void shouldBeTheBusinessOfTheStaffAlone() {
        long approval = propose();
        assertThat(ledger.platform().approve(approval).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.account(payee).reject(approval).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.auditor().approve(approval).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.platform().adjust(AdjustmentType.OWN_FUNDS, AMOUNT).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(wang.approve(77).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(see(Actor.AUDITOR, approval)).isEqualTo(ResultCode.OK);
        assertThat(see(Actor.platform(1), approval)).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldDecideAgainAndFailWithTheCodeThatForbidsItByNow() {
        wang.approve(propose()).ok();
        long first = li.withdraw(AccountKind.OWN_FUNDS, AMOUNT).id();
        long second = li.withdraw(AccountKind.OWN_FUNDS, AMOUNT).id();
        assertThat(wang.approve(first).approvalStatus()).isEqualTo(ApprovalStatus.APPROVED);

        Answer failed = wang.approve(second);
        assertThat(failed.approvalStatus()).isEqualTo(ApprovalStatus.FAILED);
        assertThat(failed.approval().failure()).isEqualTo(ResultCode.OWN_FUNDS_EXHAUSTED.number());
        assertThat(failed.approval().failureFirst()).isZero();
        assertThat(failed.approval().failureSecond()).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldExpireAfterSevenDays() {
        long approval = propose();
        ledger.pass(7 * MachineFixture.DAY_MS - 1);
        assertThat(ledger.approval(approval).approvalStatus()).isEqualTo(ApprovalStatus.PROPOSED);
        ledger.pass(1);
        Answer expired = ledger.approval(approval);
        assertThat(expired.approvalStatus()).isEqualTo(ApprovalStatus.EXPIRED);
        assertThat(expired.approval().deciderKey()).isZero();
        assertThat(expired.approval().decidedAtMs()).isEqualTo(ledger.nowMs());
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
    }

    @Test
    void shouldAnswerEveryPairOfStatusAndCommand() {
        refuses(approved(), ResultCode.ALREADY_APPROVED);
        refuses(rejected(), ResultCode.ALREADY_REJECTED);
        refuses(failed(), ResultCode.APPROVAL_FAILED);
        refuses(overdue(), ResultCode.APPROVAL_EXPIRED);
        assertThat(wang.approve(propose()).code()).isEqualTo(ResultCode.OK);
        assertThat(wang.reject(propose()).code()).isEqualTo(ResultCode.OK);
    }

    private long propose() {
        return li.adjust(AdjustmentType.OWN_FUNDS, AMOUNT).id();
    }

    private long approved() {
        return wang.approve(propose()).id();
    }

    private long rejected() {
        return wang.reject(propose()).id();
    }

    private long failed() {
        long own = ledger.total(AccountKind.OWN_FUNDS);
        long first = li.withdraw(AccountKind.OWN_FUNDS, own).id();
        long second = li.withdraw(AccountKind.OWN_FUNDS, own).id();
        wang.approve(first).ok();
        return wang.approve(second).id();
    }

    private long overdue() {
        long approval = propose();
        ledger.pass(7 * MachineFixture.DAY_MS);
        return approval;
    }

    private void refuses(long approval, ResultCode code) {
        assertThat(wang.approve(approval).code()).isEqualTo(code);
        assertThat(wang.reject(approval).code()).isEqualTo(code);
        assertThat(li.approve(approval).code()).isEqualTo(ResultCode.SAME_PERSON);
    }

    private ResultCode see(Actor actor, long approval) {
        return ledger.ask(QueryMessages.object(actor, IdKind.APPROVAL, approval)).code();
    }
}
