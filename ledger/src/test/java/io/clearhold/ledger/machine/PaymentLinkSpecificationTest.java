package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.LinkCommands;
import io.clearhold.ledger.scenario.PaymentTerms;
import io.clearhold.ledger.scenario.QueryMessages;
import io.clearhold.ledger.scenario.WalletCommands;
import io.clearhold.ledger.scenario.WalletCommands.Rule;
import io.clearhold.ledger.state.PaymentLinkTable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PaymentLinkSpecificationTest extends PaymentSpecification {
    private static final Actor PLATFORM = Actor.platform(1);
    private long nextReference = 70_000;

    @Test
    void shouldMakePaymentsByItsTerms() {
        long partner = ledger.newAccount();
        long link = link(t -> t.amount(900).fee(9).split(partner, 90).milestone(5, 900));
        Answer.Payment payment = use(Actor.linkSecret(link), link).payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(payment.showsClientSecret()).isTrue();
        assertThat(payment.payByMs()).isEqualTo(ledger.nowMs() + 60_000);
        ledger.platform().pay(payment.id()).ok();
        collect(payment.id());
        ledger.platform().confirmMilestone(payment.id(), 0, 5).ok();
        assertThat(ledger.available(partner)).isEqualTo(90);
        assertThat(ledger.payment(payment.id()).fee()).isEqualTo(9);
        assertThat(ledger.available(payee)).isEqualTo(801);
    }

    @Test
    void shouldKnowTheLinkOfEachPayment() {
        long link = link(t -> t);
        long payment = use(Actor.linkSecret(link), link).id();
        int index = ledger.state().payments().find(payment);
        assertThat(ledger.state().payments().creatorRole(index)).isEqualTo(Role.LINK_SECRET);
        assertThat(ledger.state().extras().creator(index)).isEqualTo(link);
        assertThat(ask(PLATFORM, IdKind.PAYMENT, payment).payment().showsClientSecret()).isTrue();
        assertThat(ask(Actor.OPERATOR, IdKind.PAYMENT, payment).payment().showsClientSecret())
                .isFalse();
        assertThat(ask(Actor.linkSecret(link), IdKind.PAYMENT, payment).code())
                .as("the secret is public, and no key to what others paid")
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldStopAtItsLastUse() {
        long link = link(t -> t, 2, 0);
        use(PLATFORM, link).ok();
        use(PLATFORM, link).ok();
        Answer third = use(PLATFORM, link);
        assertThat(third.code()).isEqualTo(ResultCode.PAYMENT_LINK_USED_UP);
        assertThat(third.first()).isEqualTo(2);
        assertThat(update(PLATFORM, link, LinkCommands.MAX_USES, false, 1, 0).code())
                .isEqualTo(ResultCode.PAYMENT_LINK_USES_EXCEED);
        update(PLATFORM, link, LinkCommands.MAX_USES, false, 3, 0).ok();
        use(PLATFORM, link).ok();
    }

    @Test
    void shouldStopWhenItExpiresOrIsDeactivated() {
        long expiring = link(t -> t, 0, ledger.nowMs() + 1000);
        ledger.pass(1000);
        assertThat(use(PLATFORM, expiring).code()).isEqualTo(ResultCode.PAYMENT_LINK_EXPIRED);
        assertThat(
                        update(
                                        PLATFORM,
                                        expiring,
                                        LinkCommands.EXPIRES_AT,
                                        false,
                                        0,
                                        ledger.nowMs())
                                .code())
                .isEqualTo(ResultCode.DEADLINE_IN_PAST);
        update(PLATFORM, expiring, LinkCommands.EXPIRES_AT, false, 0, 0).ok();
        use(PLATFORM, expiring).ok();
        update(PLATFORM, expiring, LinkCommands.ACTIVE, false, 0, 0).ok();
        assertThat(use(PLATFORM, expiring).code()).isEqualTo(ResultCode.PAYMENT_LINK_INACTIVE);
        update(PLATFORM, expiring, LinkCommands.ACTIVE, true, 0, 0).ok();
        use(PLATFORM, expiring).ok();
    }

    @Test
    void shouldPromiseNothingThatAPaymentMayNotBe() {
        long stranger = 77;
        assertThat(create(PLATFORM, t -> t.split(stranger, 1), 0, 0).code())
                .isEqualTo(ResultCode.SPLIT_ACCOUNT_NOT_FOUND);
        assertThat(create(PLATFORM, t -> t.fee(1001), 0, 0).code())
                .isEqualTo(ResultCode.SPLITS_EXCEED_AMOUNT);
        assertThat(create(PLATFORM, t -> t.milestone(1, 999), 0, 0).code())
                .isEqualTo(ResultCode.MILESTONES_MISMATCH);
        assertThat(create(PLATFORM, t -> t.currency(MachineFixture.NO_CURRENCY), 0, 0).code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
        assertThat(create(PLATFORM, t -> t, 0, ledger.nowMs()).code())
                .isEqualTo(ResultCode.DEADLINE_IN_PAST);
        assertThat(create(Actor.account(1, payee), t -> t.fee(1), 0, 0).code())
                .isEqualTo(ResultCode.FEE_NOT_ALLOWED);
        assertThat(create(Actor.platform(2), t -> t, 0, 0).code())
                .isEqualTo(ResultCode.PAYEE_NOT_FOUND);
        assertThat(create(Actor.OPERATOR, t -> t, 0, 0).code()).isEqualTo(ResultCode.FORBIDDEN);
    }

    @Test
    void shouldBeSeenAndChangedByThePayeesSideAlone() {
        long link = link(t -> t);
        assertThat(use(Actor.platform(2), link).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(use(Actor.linkSecret(link + 1), link).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(use(Actor.OPERATOR, link).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(update(Actor.linkSecret(link), link, 0, false, 0, 0).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        use(Actor.account(1, payee), link).ok();
        assertThat(ask(Actor.linkSecret(link), IdKind.PAYMENT_LINK, link).code())
                .isEqualTo(ResultCode.OK);
        assertThat(ask(Actor.platform(2), IdKind.PAYMENT_LINK, link).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseATextThatSomebodyElseChanged() {
        long link = link(t -> t);
        assertThat(
                        ledger.send(
                                        LinkCommands.use(
                                                ledger.as(PLATFORM).actor().withKey(1, 1),
                                                link,
                                                1,
                                                0,
                                                payee,
                                                nextReference++))
                                .code())
                .isEqualTo(ResultCode.TEXT_CHANGED);
    }

    @Test
    void shouldObeyTheRulesOfThePayeeInWhateverWayAPaymentComesToBe() {
        long link = link(t -> t);
        Rule most =
                new Rule(
                        RiskOperation.PAYMENT,
                        RiskRule.MAX_AMOUNT,
                        RiskAction.REFUSE,
                        MachineFixture.CNY,
                        999,
                        0);
        ledger.send(WalletCommands.setLimits(keyed(PLATFORM), payee, IdKind.ACCOUNT, List.of(most)))
                .ok();
        assertThat(use(Actor.linkSecret(link), link).code()).isEqualTo(ResultCode.LIMIT_EXCEEDED);
        long payment = ledger.platform().createPayment(payee, t -> t.amount(500)).id();
        ledger.platform().update(payment, 1, t -> t.amount(999)).ok();
        assertThat(ledger.platform().update(payment, 1, t -> t.amount(1000)).code())
                .isEqualTo(ResultCode.LIMIT_EXCEEDED);
    }

    private long link(UnaryOperator<PaymentTerms> terms) {
        return link(terms, 0, 0);
    }

    private long link(UnaryOperator<PaymentTerms> terms, long maxUses, long expiresAtMs) {
        create(PLATFORM, terms, maxUses, expiresAtMs).ok();
        PaymentLinkTable links = ledger.state().paymentLinks();
        return links.id(links.size() - 1);
    }

    private Answer create(
            Actor actor, UnaryOperator<PaymentTerms> terms, long maxUses, long expiresAtMs) {
        PaymentTerms start = terms.apply(new PaymentTerms(payee, 0));
        return ledger.send(LinkCommands.create(keyed(actor), start, maxUses, expiresAtMs));
    }

    private Answer use(Actor actor, long link) {
        long text = text(link);
        return ledger.send(LinkCommands.use(keyed(actor), link, text, 0, payee, nextReference++));
    }

    private Answer update(
            Actor actor, long link, int given, boolean active, long maxUses, long expiresAtMs) {
        return ledger.send(
                LinkCommands.update(
                        keyed(actor), link, text(link), given, active, maxUses, expiresAtMs));
    }

    private Answer ask(Actor actor, IdKind kind, long id) {
        return ledger.ask(QueryMessages.object(actor, kind, id));
    }

    private long text(long link) {
        PaymentLinkTable links = ledger.state().paymentLinks();
        return links.textSequence(links.find(link));
    }

    private Actor keyed(Actor actor) {
        return actor.withKey(9, nextReference++);
    }
}
