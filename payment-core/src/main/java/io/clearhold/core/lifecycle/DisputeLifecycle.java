package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.DisputeStatus.ACCEPTED;
import static io.clearhold.core.lifecycle.DisputeStatus.ESCALATED;
import static io.clearhold.core.lifecycle.DisputeStatus.OPEN;
import static io.clearhold.core.lifecycle.DisputeStatus.REJECTED;
import static io.clearhold.core.lifecycle.DisputeStatus.RESOLVED;
import static io.clearhold.core.lifecycle.DisputeStatus.RETURN_AGREED;
import static io.clearhold.core.lifecycle.DisputeStatus.RETURN_SHIPPED;
import static io.clearhold.core.lifecycle.DisputeStatus.WITHDRAWN;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/**
 * The one table of a dispute's life. Guards of decisions, the diagram in the docs and the tests
 * come from {@link #TABLE}; what is not a row of it is refused with the code that names the state.
 */
public final class DisputeLifecycle {
    /** All rows, and the refusal of every other pair. */
    public static final TransitionTable<DisputeStatus, DisputeTrigger> TABLE =
            new TransitionTable<>(
                    DisputeStatus.class,
                    DisputeTrigger.class,
                    List.of(
                            new Row<>(OPEN, DisputeTrigger.ACCEPT, ACCEPTED),
                            new Row<>(OPEN, DisputeTrigger.AGREE_RETURN, RETURN_AGREED),
                            new Row<>(OPEN, DisputeTrigger.REJECT, REJECTED),
                            new Row<>(OPEN, DisputeTrigger.WITHDRAW, WITHDRAWN),
                            new Row<>(OPEN, DisputeTrigger.EVIDENCE, OPEN),
                            new Row<>(OPEN, DisputeTrigger.SILENCE, ACCEPTED),
                            new Row<>(OPEN, DisputeTrigger.EXHAUST, WITHDRAWN),
                            new Row<>(REJECTED, DisputeTrigger.ESCALATE, ESCALATED),
                            new Row<>(REJECTED, DisputeTrigger.WITHDRAW, WITHDRAWN),
                            new Row<>(REJECTED, DisputeTrigger.EVIDENCE, REJECTED),
                            new Row<>(REJECTED, DisputeTrigger.SILENCE, WITHDRAWN),
                            new Row<>(REJECTED, DisputeTrigger.EXHAUST, WITHDRAWN),
                            new Row<>(RETURN_AGREED, DisputeTrigger.RETURN, RETURN_SHIPPED),
                            new Row<>(RETURN_AGREED, DisputeTrigger.WITHDRAW, WITHDRAWN),
                            new Row<>(RETURN_AGREED, DisputeTrigger.EVIDENCE, RETURN_AGREED),
                            new Row<>(RETURN_AGREED, DisputeTrigger.SILENCE, WITHDRAWN),
                            new Row<>(RETURN_AGREED, DisputeTrigger.EXHAUST, WITHDRAWN),
                            new Row<>(RETURN_SHIPPED, DisputeTrigger.RETURN_RECEIVED, ACCEPTED),
                            new Row<>(RETURN_SHIPPED, DisputeTrigger.REJECT, ESCALATED),
                            new Row<>(RETURN_SHIPPED, DisputeTrigger.EVIDENCE, RETURN_SHIPPED),
                            new Row<>(RETURN_SHIPPED, DisputeTrigger.SILENCE, ACCEPTED),
                            new Row<>(RETURN_SHIPPED, DisputeTrigger.EXHAUST, WITHDRAWN),
                            new Row<>(ESCALATED, DisputeTrigger.RESOLVE, RESOLVED),
                            new Row<>(ESCALATED, DisputeTrigger.EVIDENCE, ESCALATED),
                            new Row<>(ESCALATED, DisputeTrigger.SILENCE, ESCALATED),
                            new Row<>(ESCALATED, DisputeTrigger.EXHAUST, WITHDRAWN)),
                    (from, trigger) -> refusal(from));

    private DisputeLifecycle() {}

    private static ResultCode refusal(DisputeStatus from) {
        return switch (from) {
            case OPEN -> ResultCode.DISPUTE_OPEN;
            case REJECTED -> ResultCode.DISPUTE_REJECTED;
            case RETURN_AGREED -> ResultCode.DISPUTE_RETURN_AGREED;
            case RETURN_SHIPPED -> ResultCode.DISPUTE_RETURN_SHIPPED;
            case ESCALATED -> ResultCode.DISPUTE_ESCALATED;
            case ACCEPTED -> ResultCode.DISPUTE_ACCEPTED;
            case RESOLVED -> ResultCode.DISPUTE_RESOLVED;
            case WITHDRAWN -> ResultCode.DISPUTE_WITHDRAWN;
        };
    }
}
