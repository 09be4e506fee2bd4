package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.QueryMessages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who may do what: ok, or the code of the refusal. */
class RoleRefusalsTest extends PaymentSpecification {
    private static final String TABLE =
            """
            call    platform foreign   payee              payer     stranger  operator  auditor   client    secret    wrong
            read    ok       not_found ok                 ok        not_found ok        ok        ok        ok        ok
            pay     ok       not_found forbidden          ok        not_found forbidden forbidden ok        ok        forbidden
            cancel  ok       not_found ok                 forbidden not_found forbidden forbidden forbidden forbidden forbidden
            ship    ok       not_found ok                 forbidden not_found forbidden forbidden forbidden forbidden forbidden
            extend  ok       not_found ok                 ok        not_found forbidden forbidden forbidden ok        forbidden
            confirm ok       not_found forbidden          ok        not_found forbidden forbidden forbidden ok        forbidden
            refund  ok       not_found ok                 ship_by_not_passed not_found forbidden forbidden forbidden forbidden forbidden
            dispute ok       not_found forbidden          ok        not_found forbidden forbidden forbidden ok        forbidden
            """;

    private final long payer = ledger.newAccount();
    private final long stranger = ledger.newAccount();

    @Test
    void shouldLetEveryoneDoWhatIsHisAndNoMore() {
        List<String> lines = TABLE.lines().toList();
        List<String> roles = List.of(lines.get(0).split(" +", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            for (int i = 1; i < cells.size(); i++) {
                long payment = start(cells.get(0));
                Answer answer = call(cells.get(0), payment, caller(roles.get(i), payment));
                assertThat(answer.code().code())
                        .as("%s by %s", cells.get(0), roles.get(i))
                        .isEqualTo(cells.get(i));
            }
        }
    }

    @Test
    void shouldNotTakeTheSecretOfAnotherPayment() {
        long mine = held();
        long other = held();
        assertThat(ledger.payerSecret(other, 1).confirm(mine).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.clientSecret(other).pay(mine).code()).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldTakeOnlyTheSecretOfTheAttemptThatCollected() {
        long payment = pending();
        ledger.bank().reject(ledger.bank().collectOf(payment)).ok();
        ledger.platform().pay(payment).ok();
        collect(payment);
        assertThat(ledger.payerSecret(payment, 1).confirm(payment).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        ledger.payerSecret(payment, 2).confirm(payment).ok();
    }

    @Test
    void shouldShowTheClientSecretToTheCreatorAlone() {
        long byAccount = ledger.account(payee).createPayment(payee).id();
        assertThat(shown(Actor.account(1, payee), byAccount).showsClientSecret()).isTrue();
        assertThat(shown(Actor.platform(1), byAccount).showsClientSecret()).isFalse();
        long byPlatform = created();
        assertThat(shown(Actor.platform(1), byPlatform).showsClientSecret()).isTrue();
        assertThat(shown(Actor.OPERATOR, byPlatform).showsClientSecret()).isFalse();
        assertThat(shown(Actor.account(1, payee), byPlatform).showsClientSecret()).isFalse();
        assertThat(shown(Actor.platform(1), byPlatform).showsPayerSecret()).isFalse();
    }

    @Test
    void shouldShowTheBookToAnyKeyButNoSecret() {
        for (Actor actor : List.of(Actor.platform(2), Actor.AUDITOR, Actor.account(1, payee))) {
            ledger.ask(QueryMessages.trialBalance(actor)).ok();
            ledger.ask(QueryMessages.head(actor)).ok();
        }
        Actor secret = Actor.clientSecret(created());
        assertThat(ledger.ask(QueryMessages.trialBalance(secret)).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.ask(QueryMessages.head(secret)).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.ask(QueryMessages.balance(secret, payee)).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.ask(QueryMessages.balance(Actor.platform(2), payee)).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    /** With a payer, and as far along as the call needs. */
    private long start(String call) {
        long payment = ledger.platform().createPayment(payee, t -> t.payer(payer)).id();
        if (call.equals("pay")) {
            // Declined once, so that there is an attempt whose secret may be right or wrong.
            ledger.account(payer).pay(payment).ok();
            ledger.bank().reject(ledger.bank().collectOf(payment)).ok();
            return payment;
        }
        if (call.equals("cancel")) {
            return payment;
        }
        ledger.account(payer).pay(payment).ok();
        collect(payment);
        if (call.equals("extend")) {
            ledger.platform().ship(payment).ok();
        }
        return payment;
    }

    private Caller caller(String role, long payment) {
        Map<String, Caller> callers =
                Map.of(
                        "platform", ledger.platform(),
                        "foreign", ledger.otherPlatform(),
                        "payee", ledger.account(payee),
                        "payer", ledger.account(payer),
                        "stranger", ledger.account(stranger),
                        "operator", ledger.operator(),
                        "auditor", ledger.auditor(),
                        "client", ledger.clientSecret(payment),
                        "secret", ledger.payerSecret(payment, ledger.payment(payment).attempt()),
                        "wrong", ledger.payerSecret(payment, 7));
        return Objects.requireNonNull(callers.get(role));
    }

    private Answer call(String name, long payment, Caller caller) {
        return switch (name) {
            case "read" ->
                    ledger.ask(QueryMessages.object(caller.actor(), IdKind.PAYMENT, payment));
            case "pay" -> caller.payBy(payment, MachineFixture.CHANNEL);
            case "cancel" -> caller.cancel(payment);
            case "ship" -> caller.ship(payment);
            case "extend" -> caller.extend(payment, 60);
            case "confirm" -> caller.confirm(payment);
            case "refund" -> caller.refund(payment);
            case "dispute" -> caller.dispute(payment);
            default -> throw new AssertionError(name);
        };
    }

    private Answer.Payment shown(Actor actor, long payment) {
        return ledger.ask(QueryMessages.object(actor, IdKind.PAYMENT, payment)).payment();
    }
}
