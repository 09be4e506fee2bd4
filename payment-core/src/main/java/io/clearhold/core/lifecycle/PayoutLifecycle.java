package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.PayoutStatus.FAILED;
import static io.clearhold.core.lifecycle.PayoutStatus.PAID;
import static io.clearhold.core.lifecycle.PayoutStatus.PENDING;
import static io.clearhold.core.lifecycle.PayoutStatus.RETURNED;
import static io.clearhold.core.lifecycle.PayoutStatus.SUBMITTED;
import static io.clearhold.core.lifecycle.PayoutStatus.UNKNOWN;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of a payout's life; see {@link TransitionTable}. */
public final class PayoutLifecycle {
    public static final TransitionTable<PayoutStatus, PayoutTrigger> TABLE =
            new TransitionTable<>(
                    PayoutStatus.class,
                    PayoutTrigger.class,
                    List.of(
                            new Row<>(PENDING, PayoutTrigger.SUBMIT, SUBMITTED),
                            new Row<>(PENDING, PayoutTrigger.LOSE, UNKNOWN),
                            new Row<>(PENDING, PayoutTrigger.PAY, PAID),
                            new Row<>(PENDING, PayoutTrigger.FAIL, FAILED),
                            new Row<>(PENDING, PayoutTrigger.RETURN, RETURNED),
                            new Row<>(PENDING, PayoutTrigger.CANCEL, FAILED),
                            new Row<>(UNKNOWN, PayoutTrigger.SUBMIT, SUBMITTED),
                            new Row<>(UNKNOWN, PayoutTrigger.PAY, PAID),
                            new Row<>(UNKNOWN, PayoutTrigger.FAIL, FAILED),
                            new Row<>(UNKNOWN, PayoutTrigger.RETURN, RETURNED),
                            new Row<>(SUBMITTED, PayoutTrigger.PAY, PAID),
                            new Row<>(SUBMITTED, PayoutTrigger.FAIL, FAILED),
                            new Row<>(SUBMITTED, PayoutTrigger.RETURN, RETURNED),
                            new Row<>(PAID, PayoutTrigger.RETURN, RETURNED)),
                    PayoutLifecycle::refusal);

    private PayoutLifecycle() {}

    /** The table as a Mermaid state diagram, for the docs; a test holds the two together. */
    public static String mermaid() {
        return TABLE.mermaid(PENDING);
    }

    private static ResultCode refusal(PayoutStatus from, PayoutTrigger trigger) {
        return trigger == PayoutTrigger.CANCEL
                ? ResultCode.PAYOUT_NOT_PENDING
                : ResultCode.INSTRUCTION_CLOSED;
    }
}
