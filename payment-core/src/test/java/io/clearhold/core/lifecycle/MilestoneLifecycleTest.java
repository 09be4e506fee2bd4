package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every (status, trigger) pair: the status that follows, or the number of the refusal. */
class MilestoneLifecycleTest {
    private static final String TABLE =
            """
            trigger          created held     shipped  released refunded
            collect          held    225      222      206      206
            ship             204     shipped  222      223      224
            extend           204     225      shipped  223      224
            release_part     204     held     shipped  223      224
            release_rest     204     released released 223      224
            refund_part      204     held     shipped  223      224
            refund_all       204     refunded refunded 223      224
            refund_rest      204     released released 223      224
            claw_back        204     225      222      released 224
            return_unshipped 204     held     222      held     held
            return_shipped   204     225      shipped  shipped  shipped
            """;

    @Test
    void shouldAnswerEveryPairAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<String> statuses = List.of(lines.get(0).split(" +", -1));
        assertThat(lines).hasSize(1 + MilestoneTrigger.values().length);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            MilestoneTrigger trigger =
                    MilestoneTrigger.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
            for (int i = 1; i < cells.size(); i++) {
                MilestoneStatus status =
                        MilestoneStatus.valueOf(statuses.get(i).toUpperCase(Locale.ROOT));
                assertThat(actual(status, trigger))
                        .as("%s in %s", trigger, status)
                        .isEqualTo(cells.get(i));
            }
        }
    }

    @Test
    void shouldBeDrawnInTheDocsAsItIs() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "milestones.md");
        assertThat(Files.readString(page))
                .contains(
                        "```mermaid\n"
                                + MilestoneLifecycle.TABLE.mermaid(MilestoneStatus.CREATED)
                                + "```\n");
    }

    private static String actual(MilestoneStatus status, MilestoneTrigger trigger) {
        ResultCode guard = MilestoneLifecycle.guard(status, trigger);
        return guard == ResultCode.OK
                ? MilestoneLifecycle.next(status, trigger).label()
                : Integer.toString(guard.number());
    }
}
