package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RiskDecidedDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.WalletCommands;
import io.clearhold.ledger.scenario.WalletCommands.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of an account: what they measure, what they do, and that each decision is told. */
class LimitSpecificationTest extends MachineSpecification {
    private static final int CNY = MachineFixture.CNY;
    private static final long HOUR_MS = MachineFixture.HOUR_MS;

    private final long account = ledger.accountWith(10_000);

    @Test
    void shouldRefuseAnAmountAboveTheLimit() {
        set(rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.REFUSE, 500));
        ledger.platform().payOut(account, 500).ok();
        Answer refused = ledger.platform().payOut(account, 501);
        assertThat(refused.code()).isEqualTo(ResultCode.LIMIT_EXCEEDED);
        assertThat(refused.first()).isEqualTo(500);
        assertThat(refused.second()).isEqualTo(501);
        assertThat(ledger.available(account)).isEqualTo(9_500);
        assertThat(decisions()).containsExactly("REFUSE MAX_AMOUNT 500 501");
        ledger.platform().transfer(account, ledger.newAccount(), 501).ok();
    }

    @Test
    void shouldCountWhatADayHadUntilTheNext() {
        set(rule(RiskOperation.ANY, RiskRule.MAX_PER_DAY, RiskAction.REFUSE, 1_000));
        ledger.platform().payOut(account, 600).ok();
        ledger.platform().transfer(account, ledger.newAccount(), 400).ok();
        Answer refused = ledger.platform().payOut(account, 1);
        assertThat(refused.code()).isEqualTo(ResultCode.LIMIT_EXCEEDED);
        assertThat(refused.second()).isEqualTo(1_001);
        ledger.passQuietly(16 * HOUR_MS);
        ledger.platform().payOut(account, 1_000).ok();
    }

    @Test
    void shouldCountOperationsInAWindow() {
        set(new Rule(RiskOperation.TOPUP, RiskRule.MAX_COUNT, RiskAction.REFUSE, 0, 2, HOUR_MS));
        ledger.platform().topUp(account, 1).ok();
        ledger.platform().topUp(account, 1).ok();
        assertThat(ledger.platform().topUp(account, 1).code()).isEqualTo(ResultCode.LIMIT_EXCEEDED);
        ledger.passQuietly(HOUR_MS);
        ledger.platform().topUp(account, 1).ok();
    }

    @Test
    void shouldRefuseABlockedAccountAndABlockedDestination() {
        long other = ledger.newAccount();
        set(
                new Rule(
                        RiskOperation.ANY,
                        RiskRule.BLOCKED_ACCOUNT,
                        RiskAction.REFUSE,
                        0,
                        other,
                        0),
                new Rule(
                        RiskOperation.ANY,
                        RiskRule.BLOCKED_DESTINATION,
                        RiskAction.REFUSE,
                        0,
                        77,
                        0));
        assertThat(ledger.platform().transfer(account, other, 1).code())
                .isEqualTo(ResultCode.ACCOUNT_BLOCKED);
        assertThat(ledger.platform().createPayment(account, t -> t.payer(other)).code())
                .isEqualTo(ResultCode.ACCOUNT_BLOCKED);
        ledger.platform().payOut(account, 1).ok();
        int index = ledger.state().accounts().find(account);
        ledger.send(
                        WalletCommands.changeBankAccount(
                                Actor.platform(1),
                                account,
                                ledger.state().accounts().textSequence(index),
                                77))
                .ok();
        assertThat(ledger.platform().payOut(account, 1).code())
                .isEqualTo(ResultCode.DESTINATION_BLOCKED);
        assertThat(decisions())
                .containsExactly(
                        "REFUSE BLOCKED_ACCOUNT 0 0",
                        "REFUSE BLOCKED_ACCOUNT 0 0",
                        "REFUSE BLOCKED_DESTINATION 0 0");
    }

    @Test
    void shouldHoldAPayoutUntilTheStaffReleasesIt() {
        set(rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.HOLD, 500));
        long payout = ledger.platform().payOut(account, 700).id();
        assertThat(ledger.payout(payout).payout().held()).isEqualTo((short) 1);
        assertThat(ledger.payout(payout).payoutStatus()).isEqualTo(PayoutStatus.PENDING);
        assertThat(ledger.available(account)).isEqualTo(9_300);
        assertThat(review(Actor.platform(1), payout, true).code()).isEqualTo(ResultCode.FORBIDDEN);
        review(Actor.OPERATOR, payout, true).ok();
        ledger.bank().settle(ledger.bank().instructionOf(payout)).ok();
        assertThat(ledger.payout(payout).payoutStatus()).isEqualTo(PayoutStatus.PAID);
        assertThat(review(Actor.OPERATOR, payout, true).code())
                .isEqualTo(ResultCode.PAYOUT_NOT_HELD);
    }

    @Test
    void shouldGiveTheMoneyBackWhenTheStaffRefusesIt() {
        set(rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.HOLD, 500));
        long payout = ledger.platform().payOut(account, 700).id();
        review(Actor.OPERATOR, payout, false).ok();
        assertThat(ledger.payout(payout).payoutStatus()).isEqualTo(PayoutStatus.FAILED);
        assertThat(FailureReason.of(ledger.payout(payout).payout().failure()))
                .isEqualTo(FailureReason.REFUSED);
        assertThat(ledger.available(account)).isEqualTo(10_000);
        long canceled = ledger.platform().payOut(account, 700).id();
        ledger.platform().cancelPayout(canceled).ok();
        assertThat(ledger.available(account)).isEqualTo(10_000);
    }

    @Test
    void shouldRefuseWhatCannotWaitWhereARuleHolds() {
        set(rule(RiskOperation.ANY, RiskRule.MAX_AMOUNT, RiskAction.HOLD, 500));
        assertThat(ledger.platform().transfer(account, ledger.newAccount(), 501).code())
                .isEqualTo(ResultCode.LIMIT_EXCEEDED);
        assertThat(ledger.platform().createPayment(account, t -> t.amount(501)).code())
                .isEqualTo(ResultCode.LIMIT_EXCEEDED);
    }

    @Test
    void shouldOnlySayWhatIsFlagged() {
        set(rule(RiskOperation.PAYMENT, RiskRule.MAX_AMOUNT, RiskAction.FLAG, 500));
        ledger.platform().createPayment(account, t -> t.amount(501)).ok();
        assertThat(decisions()).containsExactly("FLAG MAX_AMOUNT 500 501");
    }

    @Test
    void shouldLetTheStrongestRuleDecide() {
        set(
                rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.FLAG, 100),
                rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.REFUSE, 300),
                rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.HOLD, 200));
        ledger.platform().payOut(account, 150).ok();
        ledger.platform().payOut(account, 250).ok();
        assertThat(ledger.platform().payOut(account, 350).code())
                .isEqualTo(ResultCode.LIMIT_EXCEEDED);
        assertThat(decisions())
                .containsExactly(
                        "FLAG MAX_AMOUNT 100 150",
                        "HOLD MAX_AMOUNT 200 250",
                        "REFUSE MAX_AMOUNT 300 350");
    }

    @Test
    void shouldForgetRulesThatAreReplaced() {
        set(
                rule(RiskOperation.PAYOUT, RiskRule.MAX_AMOUNT, RiskAction.REFUSE, 1),
                rule(RiskOperation.PAYOUT, RiskRule.MAX_PER_DAY, RiskAction.REFUSE, 1));
        set();
        ledger.platform().payOut(account, 2).ok();
        set(rule(RiskOperation.PAYOUT, RiskRule.MAX_PER_DAY, RiskAction.REFUSE, 2));
        ledger.platform().payOut(account, 2).ok();
        assertThat(ledger.platform().payOut(account, 1).code())
                .isEqualTo(ResultCode.LIMIT_EXCEEDED);
    }

    @Test
    void shouldBeSetByThePlatformOrTheStaff() {
        List<Rule> none = List.of();
        assertThat(
                        ledger.send(
                                        WalletCommands.setLimits(
                                                Actor.account(1, account),
                                                account,
                                                IdKind.ACCOUNT,
                                                none))
                                .code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(
                        ledger.send(
                                        WalletCommands.setLimits(
                                                Actor.platform(2), account, IdKind.ACCOUNT, none))
                                .code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(
                        ledger.send(WalletCommands.setLimits(Actor.OPERATOR, 99, IdKind.KEY, none))
                                .code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    private static Rule rule(RiskOperation on, RiskRule kind, RiskAction action, long value) {
        return new Rule(on, kind, action, CNY, value, 0);
    }

    private void set(Rule... rules) {
        ledger.send(
                        WalletCommands.setLimits(
                                Actor.platform(1), account, IdKind.ACCOUNT, List.of(rules)))
                .ok();
    }

    private Answer review(Actor actor, long payout, boolean released) {
        return ledger.send(WalletCommands.reviewPayout(actor, payout, released));
    }

    /** All that was decided by rules, as the journal tells it. */
    private List<String> decisions() {
        List<String> told = new ArrayList<>();
        Frame frame = new Frame();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        RiskDecidedDecoder event = new RiskDecidedDecoder();
        for (byte[] bytes : ledger.frames()) {
            frame.buffer().putBytes(0, bytes);
            assertThat(frame.load(bytes.length)).isTrue();
            frame.rewindEvents();
            while (frame.nextEvent()) {
                header.wrap(frame.buffer(), frame.eventOffset());
                if (header.templateId() == RiskDecidedDecoder.TEMPLATE_ID) {
                    event.wrapAndApplyHeader(frame.buffer(), frame.eventOffset(), header);
                    told.add(
                            RiskAction.of(event.decision())
                                    + " "
                                    + RiskRule.of(event.kind())
                                    + " "
                                    + event.most()
                                    + " "
                                    + event.asked());
                }
            }
        }
        return told;
    }
}
