package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RefundLifecycleTest {
    @Test
    void shouldFailEvenAfterItSucceededAndNeverLeaveFailed() {
        TransitionTable<RefundStatus, RefundTrigger> table = RefundLifecycle.TABLE;
        assertThat(table.next(RefundStatus.SUCCEEDED, RefundTrigger.FAIL))
                .isEqualTo(RefundStatus.FAILED);
        for (RefundTrigger trigger : RefundTrigger.values()) {
            assertThat(table.guard(RefundStatus.FAILED, trigger))
                    .isEqualTo(ResultCode.INSTRUCTION_CLOSED);
        }
        assertThat(table.guard(RefundStatus.SUCCEEDED, RefundTrigger.SUCCEED))
                .isEqualTo(ResultCode.INSTRUCTION_CLOSED);
    }

    @Test
    void shouldStandInTheDocsAsItIsHere() throws IOException {
        String page = Files.readString(Path.of("../docs/concepts/clawbacks-and-chargebacks.md"));
        assertThat(page).contains(RefundLifecycle.TABLE.mermaid(RefundStatus.PENDING));
    }
}
