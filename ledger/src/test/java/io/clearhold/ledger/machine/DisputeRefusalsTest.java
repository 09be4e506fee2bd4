package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.DisputeSpecification;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each call in each status by each side: ok, or the code of the refusal. */
class DisputeRefusalsTest extends DisputeSpecification {
    /** Who is refused for who he is, in any status. */
    private static final String SIDES =
            """
            call            platform foreign   payee     payer     stranger  operator  auditor   client    secret    wrong
            accept          ok       not_found ok        forbidden not_found forbidden forbidden forbidden forbidden forbidden
            agree_return    ok       not_found ok        forbidden not_found forbidden forbidden forbidden forbidden forbidden
            reject          ok       not_found ok        forbidden not_found forbidden forbidden forbidden forbidden forbidden
            escalate        ok       not_found ok        ok        not_found forbidden forbidden forbidden ok        forbidden
            withdraw        ok       not_found forbidden ok        not_found forbidden forbidden forbidden ok        forbidden
            return          ok       not_found forbidden ok        not_found forbidden forbidden forbidden ok        forbidden
            return_received ok       not_found ok        forbidden not_found forbidden forbidden forbidden forbidden forbidden
            evidence        ok       not_found ok        ok        not_found forbidden forbidden forbidden ok        forbidden
            resolve         forbidden not_found forbidden forbidden not_found ok       forbidden forbidden forbidden forbidden
            """;

    /** What a call comes to for those who may make it. */
    private static final String STATES =
            """
            call            open          rejected         return_agreed         return_shipped         escalated         accepted         resolved         withdrawn
            accept          ok            dispute_rejected dispute_return_agreed dispute_return_shipped dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            agree_return    ok            dispute_rejected dispute_return_agreed dispute_return_shipped dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            reject          ok            dispute_rejected dispute_return_agreed ok                     dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            escalate        dispute_open  ok               dispute_return_agreed dispute_return_shipped dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            withdraw        ok            ok               ok                    dispute_return_shipped dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            return          dispute_open  dispute_rejected ok                    dispute_return_shipped dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            return_received dispute_open  dispute_rejected dispute_return_agreed ok                     dispute_escalated dispute_accepted dispute_resolved dispute_withdrawn
            evidence        ok            ok               ok                    ok                     ok                dispute_accepted dispute_resolved dispute_withdrawn
            resolve         dispute_open  dispute_rejected dispute_return_agreed dispute_return_shipped ok                dispute_accepted dispute_resolved dispute_withdrawn
            """;

    private final long stranger = ledger.newAccount();

    @Test
    void shouldAnswerEveryCallInEveryStatusBySideAsTheTablesSay() {
        ledger.withoutChecks();
        List<List<String>> sides = parse(SIDES);
        List<List<String>> states = parse(STATES);
        Set<String> calls = new HashSet<>();
        for (int row = 1; row < sides.size(); row++) {
            String call = sides.get(row).get(0);
            assertThat(states.get(row).get(0)).isEqualTo(call);
            calls.add(call);
            for (int side = 1; side < sides.get(0).size(); side++) {
                for (int state = 1; state < states.get(0).size(); state++) {
                    String bySide = sides.get(row).get(side);
                    String expected = bySide.equals("ok") ? states.get(row).get(state) : bySide;
                    check(call, sides.get(0).get(side), states.get(0).get(state), expected);
                }
            }
        }
        assertThat(calls).hasSize(DisputeTrigger.values().length - 2);
    }

    private void check(String call, String side, String status, String expected) {
        DisputeStatus before = DisputeStatus.valueOf(status.toUpperCase(Locale.ROOT));
        long payment = shippedTo(payer);
        long dispute = dispute(payment, 400, before);
        Answer answer = call(call, dispute, caller(side, payment));
        assertThat(answer.code().code())
                .as("%s by %s in %s", call, side, status)
                .isEqualTo(expected);
        if (answer.code() != ResultCode.OK) {
            assertThat(statusOf(dispute)).isEqualTo(before);
        }
    }

    private Caller caller(String side, long payment) {
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
                        "secret", ledger.payerSecret(payment, 1),
                        "wrong", ledger.payerSecret(payment, 7));
        return Objects.requireNonNull(callers.get(side));
    }

    private static Answer call(String name, long dispute, Caller caller) {
        return switch (name) {
            case "evidence" -> caller.addEvidence(dispute);
            case "resolve" -> caller.resolve(dispute, 300, 100);
            default -> caller.act(dispute, DisputeTrigger.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }

    private static List<List<String>> parse(String table) {
        return table.lines().map(line -> List.of(line.split(" +", -1))).toList();
    }
}
