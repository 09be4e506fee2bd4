package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every (status, trigger) pair: the status that follows, or the code of the refusal. */
class ChargebackLifecycleTest {
    private static final String TABLE =
            """
            trigger      opened                  evidence            accepted        won            lost
            add_evidence evidence                chargeback_answered chargeback_lost chargeback_won chargeback_lost
            accept       accepted                chargeback_answered chargeback_lost chargeback_won chargeback_lost
            win          chargeback_not_answered won                 chargeback_lost chargeback_won won
            lose         lost                    lost                lost            chargeback_won chargeback_lost
            """;

    @Test
    void shouldAnswerEveryPairAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<String> statuses = List.of(lines.getFirst().split(" +", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            ChargebackTrigger trigger =
                    ChargebackTrigger.valueOf(cells.getFirst().toUpperCase(Locale.ROOT));
            for (int i = 1; i < cells.size(); i++) {
                ChargebackStatus status =
                        ChargebackStatus.valueOf(statuses.get(i).toUpperCase(Locale.ROOT));
                assertThat(actual(status, trigger))
                        .as("%s in %s", trigger, status)
                        .isEqualTo(cells.get(i));
            }
        }
    }

    @Test
    void shouldStandInTheDocsAsItIsHere() throws IOException {
        String page = Files.readString(Path.of("../docs/concepts/clawbacks-and-chargebacks.md"));
        assertThat(page).contains(ChargebackLifecycle.TABLE.mermaid(ChargebackStatus.OPENED));
    }

    private static String actual(ChargebackStatus status, ChargebackTrigger trigger) {
        ResultCode guard = ChargebackLifecycle.TABLE.guard(status, trigger);
        return guard == ResultCode.OK
                ? ChargebackLifecycle.TABLE.next(status, trigger).label()
                : guard.code();
    }
}
