package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.TopUpStatus.DECLINED;
import static io.clearhold.core.lifecycle.TopUpStatus.FAILED;
import static io.clearhold.core.lifecycle.TopUpStatus.PENDING;
import static io.clearhold.core.lifecycle.TopUpStatus.SUCCEEDED;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of a top-up's life; see {@link TransitionTable}. */
public final class TopUpLifecycle {
    public static final TransitionTable<TopUpStatus, TopUpTrigger> TABLE =
            new TransitionTable<>(
                    TopUpStatus.class,
                    TopUpTrigger.class,
                    List.of(
                            new Row<>(PENDING, TopUpTrigger.COLLECT, SUCCEEDED),
                            new Row<>(PENDING, TopUpTrigger.DECLINE, DECLINED),
                            new Row<>(PENDING, TopUpTrigger.FAIL, FAILED)),
                    TopUpLifecycle::refusal);

    private TopUpLifecycle() {}

    /** The table as a Mermaid state diagram, for the docs; a test holds the two together. */
    public static String mermaid() {
        return TABLE.mermaid(PENDING);
    }

    /** A bank's word that comes after the end adds nothing, unless it brings money: suspense. */
    private static ResultCode refusal(TopUpStatus from, TopUpTrigger trigger) {
        return ResultCode.INSTRUCTION_CLOSED;
    }
}
