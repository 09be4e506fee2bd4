package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.MilestoneStatus.CREATED;
import static io.clearhold.core.lifecycle.MilestoneStatus.HELD;
import static io.clearhold.core.lifecycle.MilestoneStatus.REFUNDED;
import static io.clearhold.core.lifecycle.MilestoneStatus.RELEASED;
import static io.clearhold.core.lifecycle.MilestoneStatus.SHIPPED;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/**
 * The one table of a milestone's life. Guards of decisions, the diagram in the docs and the tests
 * come from {@link #TABLE}.
 */
public final class MilestoneLifecycle {
    /** All rows, and the refusal of every other pair. */
    public static final TransitionTable<MilestoneStatus, MilestoneTrigger> TABLE =
            new TransitionTable<>(
                    MilestoneStatus.class,
                    MilestoneTrigger.class,
                    List.of(
                            new Row<>(CREATED, MilestoneTrigger.COLLECT, HELD),
                            new Row<>(HELD, MilestoneTrigger.SHIP, SHIPPED),
                            new Row<>(HELD, MilestoneTrigger.RELEASE_PART, HELD),
                            new Row<>(HELD, MilestoneTrigger.RELEASE_REST, RELEASED),
                            new Row<>(HELD, MilestoneTrigger.REFUND_PART, HELD),
                            new Row<>(HELD, MilestoneTrigger.REFUND_ALL, REFUNDED),
                            new Row<>(HELD, MilestoneTrigger.REFUND_REST, RELEASED),
                            new Row<>(HELD, MilestoneTrigger.RETURN_UNSHIPPED, HELD),
                            new Row<>(SHIPPED, MilestoneTrigger.EXTEND, SHIPPED),
                            new Row<>(SHIPPED, MilestoneTrigger.RELEASE_PART, SHIPPED),
                            new Row<>(SHIPPED, MilestoneTrigger.RELEASE_REST, RELEASED),
                            new Row<>(SHIPPED, MilestoneTrigger.REFUND_PART, SHIPPED),
                            new Row<>(SHIPPED, MilestoneTrigger.REFUND_ALL, REFUNDED),
                            new Row<>(SHIPPED, MilestoneTrigger.REFUND_REST, RELEASED),
                            new Row<>(SHIPPED, MilestoneTrigger.RETURN_SHIPPED, SHIPPED),
                            new Row<>(RELEASED, MilestoneTrigger.CLAW_BACK, RELEASED),
                            new Row<>(RELEASED, MilestoneTrigger.RETURN_UNSHIPPED, HELD),
                            new Row<>(RELEASED, MilestoneTrigger.RETURN_SHIPPED, SHIPPED),
                            new Row<>(REFUNDED, MilestoneTrigger.RETURN_UNSHIPPED, HELD),
                            new Row<>(REFUNDED, MilestoneTrigger.RETURN_SHIPPED, SHIPPED)),
                    MilestoneLifecycle::refusal);

    private MilestoneLifecycle() {}

    /**
     * {@link ResultCode#OK}, or the code that says why {@code trigger} is not possible in {@code
     * from}.
     */
    public static ResultCode guard(MilestoneStatus from, MilestoneTrigger trigger) {
        return TABLE.guard(from, trigger);
    }

    /** The status that {@code trigger} leads to; only after {@link #guard} said OK. */
    public static MilestoneStatus next(MilestoneStatus from, MilestoneTrigger trigger) {
        return TABLE.next(from, trigger);
    }

    private static ResultCode refusal(MilestoneStatus from, MilestoneTrigger trigger) {
        return switch (from) {
            case CREATED -> ResultCode.PAYMENT_NOT_PAID;
            case HELD -> ResultCode.MILESTONE_NOT_SHIPPED;
            case SHIPPED -> ResultCode.MILESTONE_ALREADY_SHIPPED;
            case RELEASED ->
                    trigger == MilestoneTrigger.COLLECT
                            ? ResultCode.ALREADY_PAID
                            : ResultCode.MILESTONE_ALREADY_RELEASED;
            case REFUNDED ->
                    trigger == MilestoneTrigger.COLLECT
                            ? ResultCode.ALREADY_PAID
                            : ResultCode.MILESTONE_ALREADY_REFUNDED;
        };
    }
}
