package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every (status, trigger) pair: the status that follows, or the number of the refusal. */
class PaymentLifecycleTest {
    private static final String TABLE =
            """
            trigger       created  pending  held     shipped  released refunded canceled expired
            update        created  205      206      206      206      206      210      211
            pay           pending  205      206      206      206      206      210      211
            collect       held     held     206      206      206      206      210      211
            decline       204      created  206      206      206      206      210      211
            cancel        canceled pending  206      206      206      206      210      211
            canceled      canceled canceled 206      206      206      206      210      211
            expire        expired  expired  206      206      206      206      210      211
            ship          204      204      shipped  207      208      209      210      211
            extend        212      212      212      shipped  208      209      210      211
            dispute       204      204      held     shipped  208      209      210      211
            release_part  204      204      held     shipped  208      209      210      211
            release_rest  204      204      released released 208      209      210      211
            refund_part   204      204      held     shipped  208      209      210      211
            refund_all    204      204      refunded refunded 208      209      210      211
            refund_rest   204      204      released released 208      209      210      211
            claw_back     204      204      206      206      released 209      210      211
            """;

    @Test
    void shouldAnswerEveryPairAsTheTableSays() {
        Map<PaymentTrigger, Map<PaymentStatus, String>> expected = parse();
        for (PaymentTrigger trigger : PaymentTrigger.values()) {
            for (PaymentStatus status : PaymentStatus.values()) {
                String cell = expected.getOrDefault(trigger, Map.of()).get(status);
                assertThat(actual(status, trigger)).as("%s in %s", trigger, status).isEqualTo(cell);
            }
        }
    }

    @Test
    void shouldNotMoveWhereTheGuardRefuses() {
        for (PaymentTrigger trigger : PaymentTrigger.values()) {
            for (PaymentStatus status : PaymentStatus.values()) {
                if (PaymentLifecycle.guard(status, trigger) != ResultCode.OK) {
                    assertThatThrownBy(() -> PaymentLifecycle.next(status, trigger))
                            .isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @Test
    void shouldLeaveNoStatusAtTheEnd() {
        for (TransitionTable.Row<PaymentStatus, PaymentTrigger> row :
                PaymentLifecycle.TABLE.rows()) {
            if (row.from() == PaymentStatus.RELEASED) {
                // Released money may still be clawed back, which makes nothing else of it.
                assertThat(row.to()).isEqualTo(PaymentStatus.RELEASED);
            }
            assertThat(row.from())
                    .isNotIn(PaymentStatus.REFUNDED, PaymentStatus.CANCELED, PaymentStatus.EXPIRED);
        }
    }

    @Test
    void shouldBeDrawnInTheDocsAsItIs() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "payment-life-cycle.md");
        assertThat(Files.readString(page))
                .contains(
                        "```mermaid\n"
                                + PaymentLifecycle.TABLE.mermaid(PaymentStatus.CREATED)
                                + "```\n");
    }

    private static String actual(PaymentStatus status, PaymentTrigger trigger) {
        ResultCode guard = PaymentLifecycle.guard(status, trigger);
        return guard == ResultCode.OK
                ? PaymentLifecycle.next(status, trigger).label()
                : String.valueOf(guard.number());
    }

    private static Map<PaymentTrigger, Map<PaymentStatus, String>> parse() {
        List<String> lines = TABLE.lines().toList();
        List<String> head = List.of(lines.get(0).split(" +", -1));
        Map<PaymentTrigger, Map<PaymentStatus, String>> table = new EnumMap<>(PaymentTrigger.class);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            Map<PaymentStatus, String> row = new HashMap<>();
            for (int i = 1; i < cells.size(); i++) {
                row.put(PaymentStatus.valueOf(head.get(i).toUpperCase(Locale.ROOT)), cells.get(i));
            }
            table.put(PaymentTrigger.valueOf(cells.get(0).toUpperCase(Locale.ROOT)), row);
        }
        return table;
    }
}
