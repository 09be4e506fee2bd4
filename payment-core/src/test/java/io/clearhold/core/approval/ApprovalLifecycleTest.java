package io.clearhold.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every (status, trigger) pair: the status that follows, or the code of the refusal. */
class ApprovalLifecycleTest {
    private static final String TABLE =
            """
            status    approve           reject            expire            fail
            proposed  approved          rejected          expired           failed
            approved  already_approved  already_approved  already_approved  already_approved
            rejected  already_rejected  already_rejected  already_rejected  already_rejected
            expired   approval_expired  approval_expired  approval_expired  approval_expired
            failed    approval_failed   approval_failed   approval_failed   approval_failed
            """;

    @Test
    void shouldAnswerEveryPairAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<String> triggers = List.of(lines.get(0).split(" +", -1));
        assertThat(lines).hasSize(ApprovalStatus.values().length + 1);
        assertThat(triggers).hasSize(ApprovalTrigger.values().length + 1);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +", -1));
            for (int i = 1; i < cells.size(); i++) {
                ApprovalStatus status = ApprovalStatus.valueOf(upper(cells.get(0)));
                ApprovalTrigger trigger = ApprovalTrigger.valueOf(upper(triggers.get(i)));
                assertThat(actual(status, trigger))
                        .as("%s in %s", trigger, status)
                        .isEqualTo(cells.get(i));
            }
        }
    }

    @Test
    void shouldNotMoveWhereTheGuardRefuses() {
        assertThatThrownBy(() ->
                        ApprovalLifecycle.TABLE.next(
                                ApprovalStatus.FAILED, ApprovalTrigger.APPROVE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldBeDrawnInTheDocsAsItIs() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "four-eyes.md");
        String diagram = ApprovalLifecycle.TABLE.mermaid(ApprovalStatus.PROPOSED);
        assertThat(Files.readString(page)).contains("```mermaid\n" + diagram + "```\n");
    }

    @Test
    void shouldHaveAWordInTheDocsForEachKind() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "concepts", "four-eyes.md"));
        for (ApprovalKind kind : ApprovalKind.values()) {
            assertThat(page).contains("| `" + kind.label() + "` |");
        }
    }

    private static String actual(ApprovalStatus status, ApprovalTrigger trigger) {
        ResultCode guard = ApprovalLifecycle.TABLE.guard(status, trigger);
        return guard == ResultCode.OK
                ? ApprovalLifecycle.TABLE.next(status, trigger).label()
                : guard.code();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
