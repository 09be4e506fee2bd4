package io.clearhold.core.lifecycle;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of a refund's life: a bank may still take back that it succeeded. */
public final class RefundLifecycle {
    /** All rows; a word that adds nothing to what is known is no news. */
    public static final TransitionTable<RefundStatus, RefundTrigger> TABLE =
            new TransitionTable<>(
                    RefundStatus.class,
                    RefundTrigger.class,
                    List.of(
                            new Row<>(
                                    RefundStatus.PENDING,
                                    RefundTrigger.SUCCEED,
                                    RefundStatus.SUCCEEDED),
                            new Row<>(
                                    RefundStatus.PENDING, RefundTrigger.FAIL, RefundStatus.FAILED),
                            new Row<>(
                                    RefundStatus.SUCCEEDED,
                                    RefundTrigger.FAIL,
                                    RefundStatus.FAILED)),
                    (status, trigger) -> ResultCode.INSTRUCTION_CLOSED);

    private RefundLifecycle() {}
}
