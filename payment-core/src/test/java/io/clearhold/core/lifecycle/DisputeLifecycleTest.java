package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every (status, trigger) pair: the status that follows, or the number of the refusal. */
class DisputeLifecycleTest {
    private static final String TABLE =
            """
            trigger         open          rejected  return_agreed  return_shipped escalated accepted resolved withdrawn
            accept          accepted      231       232            233            234       235      236      237
            agree_return    return_agreed 231       232            233            234       235      236      237
            reject          rejected      231       232            escalated      234       235      236      237
            escalate        230           escalated 232            233            234       235      236      237
            withdraw        withdrawn     withdrawn withdrawn      233            234       235      236      237
            return          230           231       return_shipped 233            234       235      236      237
            return_received 230           231       232            accepted       234       235      236      237
            resolve         230           231       232            233            resolved  235      236      237
            evidence        open          rejected  return_agreed  return_shipped escalated 235      236      237
            silence         accepted      withdrawn withdrawn      accepted       escalated 235      236      237
            exhaust         withdrawn     withdrawn withdrawn      withdrawn      withdrawn 235      236      237
            """;

    @Test
    void shouldAnswerEveryPairAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<String> statuses = List.of(lines.get(0).split(" +", -1));
        Set<DisputeTrigger> triggers = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            DisputeTrigger trigger = DisputeTrigger.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
            triggers.add(trigger);
            for (int i = 1; i < cells.size(); i++) {
                DisputeStatus status =
                        DisputeStatus.valueOf(statuses.get(i).toUpperCase(Locale.ROOT));
                assertThat(actual(status, trigger))
                        .as("%s in %s", trigger, status)
                        .isEqualTo(cells.get(i));
            }
        }
        assertThat(triggers).containsExactlyInAnyOrder(DisputeTrigger.values());
        assertThat(statuses).hasSize(1 + DisputeStatus.values().length);
    }

    @Test
    void shouldFreezeJustWhatIsNotAtItsEnd() {
        for (DisputeStatus status : DisputeStatus.values()) {
            boolean leaves =
                    DisputeLifecycle.TABLE.rows().stream().anyMatch(row -> row.from() == status);
            assertThat(status.isOpen()).as(status.label()).isEqualTo(leaves);
        }
    }

    @Test
    void shouldBeDrawnInTheDocsAsItIs() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "disputes.md");
        assertThat(Files.readString(page))
                .contains(
                        "```mermaid\n"
                                + DisputeLifecycle.TABLE.mermaid(DisputeStatus.OPEN)
                                + "```\n");
    }

    private static String actual(DisputeStatus status, DisputeTrigger trigger) {
        ResultCode guard = DisputeLifecycle.TABLE.guard(status, trigger);
        return guard == ResultCode.OK
                ? DisputeLifecycle.TABLE.next(status, trigger).label()
                : String.valueOf(guard.number());
    }
}
