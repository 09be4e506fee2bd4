package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.PaymentSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each call in each status: ok, or the code of the refusal. */
class StateRefusalsTest extends PaymentSpecification {
    private static final String TABLE =
            """
            call    created             pending             held                shipped         released         refunded         canceled         expired
            update  ok                  payment_pending     already_paid        already_paid    already_paid     already_paid     payment_canceled payment_expired
            pay     ok                  payment_pending     already_paid        already_paid    already_paid     already_paid     payment_canceled payment_expired
            cancel  ok                  ok                  already_paid        already_paid    already_paid     already_paid     payment_canceled payment_expired
            ship    payment_not_held    payment_not_held    ok                  already_shipped already_released already_refunded payment_canceled payment_expired
            extend  payment_not_shipped payment_not_shipped payment_not_shipped ok              already_released already_refunded payment_canceled payment_expired
            confirm payment_not_held    payment_not_held    ok                  ok              already_released already_refunded payment_canceled payment_expired
            refund  payment_not_held    payment_not_held    ok                  ok              ok               already_refunded payment_canceled payment_expired
            dispute payment_not_held    payment_not_held    ok                  ok              already_released already_refunded payment_canceled payment_expired
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
                    assertThat(ledger.payment(payment).status().name())
                            .isEqualTo(statuses.get(i).toUpperCase(Locale.ROOT));
                }
            }
        }
    }

    private long start(String status) {
        Map<String, Supplier<Long>> starts =
                Map.of(
                        "created", this::created,
                        "pending", this::pending,
                        "held", this::held,
                        "shipped", this::shipped,
                        "released", this::released,
                        "refunded", this::refunded,
                        "canceled", this::canceled,
                        "expired", this::expired);
        return java.util.Objects.requireNonNull(starts.get(status)).get();
    }

    private Answer call(String name, long payment) {
        Map<String, LongFunction<Answer>> calls =
                Map.of(
                        "update", id -> ledger.platform().update(id, 1, t -> t.amount(900)),
                        "pay", id -> ledger.platform().pay(id),
                        "cancel", id -> ledger.platform().cancel(id),
                        "ship", id -> ledger.platform().ship(id),
                        "extend", id -> ledger.platform().extend(id, 60),
                        "confirm", id -> ledger.platform().confirm(id),
                        "refund", id -> ledger.platform().refund(id),
                        "dispute", id -> ledger.platform().dispute(id));
        return java.util.Objects.requireNonNull(calls.get(name)).apply(payment);
    }
}
