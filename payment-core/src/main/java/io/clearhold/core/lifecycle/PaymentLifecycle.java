package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.PaymentStatus.CANCELED;
import static io.clearhold.core.lifecycle.PaymentStatus.CREATED;
import static io.clearhold.core.lifecycle.PaymentStatus.EXPIRED;
import static io.clearhold.core.lifecycle.PaymentStatus.HELD;
import static io.clearhold.core.lifecycle.PaymentStatus.PENDING;
import static io.clearhold.core.lifecycle.PaymentStatus.REFUNDED;
import static io.clearhold.core.lifecycle.PaymentStatus.RELEASED;
import static io.clearhold.core.lifecycle.PaymentStatus.SHIPPED;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/**
 * The one table of a payment's life. Guards of decisions, the diagram in the docs and the tests
 * come from {@link #TABLE}; what is not a row of it is refused with the code that names the state.
 */
public final class PaymentLifecycle {
    /** All rows, and the refusal of every other pair. */
    public static final TransitionTable<PaymentStatus, PaymentTrigger> TABLE =
            new TransitionTable<>(
                    PaymentStatus.class,
                    PaymentTrigger.class,
                    List.of(
                            new Row<>(CREATED, PaymentTrigger.UPDATE, CREATED),
                            new Row<>(CREATED, PaymentTrigger.PAY, PENDING),
                            new Row<>(CREATED, PaymentTrigger.COLLECT, HELD),
                            new Row<>(CREATED, PaymentTrigger.CANCEL, CANCELED),
                            new Row<>(CREATED, PaymentTrigger.CANCELED, CANCELED),
                            new Row<>(CREATED, PaymentTrigger.EXPIRE, EXPIRED),
                            new Row<>(PENDING, PaymentTrigger.COLLECT, HELD),
                            new Row<>(PENDING, PaymentTrigger.DECLINE, CREATED),
                            new Row<>(PENDING, PaymentTrigger.CANCEL, PENDING),
                            new Row<>(PENDING, PaymentTrigger.CANCELED, CANCELED),
                            new Row<>(PENDING, PaymentTrigger.EXPIRE, EXPIRED),
                            new Row<>(HELD, PaymentTrigger.SHIP, SHIPPED),
                            new Row<>(HELD, PaymentTrigger.DISPUTE, HELD),
                            new Row<>(HELD, PaymentTrigger.RELEASE_PART, HELD),
                            new Row<>(HELD, PaymentTrigger.RELEASE_REST, RELEASED),
                            new Row<>(HELD, PaymentTrigger.REFUND_PART, HELD),
                            new Row<>(HELD, PaymentTrigger.REFUND_ALL, REFUNDED),
                            new Row<>(HELD, PaymentTrigger.REFUND_REST, RELEASED),
                            new Row<>(SHIPPED, PaymentTrigger.EXTEND, SHIPPED),
                            new Row<>(SHIPPED, PaymentTrigger.DISPUTE, SHIPPED),
                            new Row<>(SHIPPED, PaymentTrigger.RELEASE_PART, SHIPPED),
                            new Row<>(SHIPPED, PaymentTrigger.RELEASE_REST, RELEASED),
                            new Row<>(SHIPPED, PaymentTrigger.REFUND_PART, SHIPPED),
                            new Row<>(SHIPPED, PaymentTrigger.REFUND_ALL, REFUNDED),
                            new Row<>(SHIPPED, PaymentTrigger.REFUND_REST, RELEASED),
                            new Row<>(RELEASED, PaymentTrigger.CLAW_BACK, RELEASED)),
                    PaymentLifecycle::refusal);

    private PaymentLifecycle() {}

    /**
     * {@link ResultCode#OK}, or the code that says why {@code trigger} is not possible in {@code
     * from}.
     */
    public static ResultCode guard(PaymentStatus from, PaymentTrigger trigger) {
        return TABLE.guard(from, trigger);
    }

    /** The status that {@code trigger} leads to; only after {@link #guard} said OK. */
    public static PaymentStatus next(PaymentStatus from, PaymentTrigger trigger) {
        return TABLE.next(from, trigger);
    }

    private static ResultCode refusal(PaymentStatus from, PaymentTrigger trigger) {
        return switch (from) {
            case CREATED ->
                    trigger == PaymentTrigger.EXTEND
                            ? ResultCode.PAYMENT_NOT_SHIPPED
                            : ResultCode.PAYMENT_NOT_PAID;
            case PENDING ->
                    switch (trigger) {
                        case PAY, UPDATE -> ResultCode.PAYMENT_PENDING;
                        case EXTEND -> ResultCode.PAYMENT_NOT_SHIPPED;
                        default -> ResultCode.PAYMENT_NOT_PAID;
                    };
            case HELD ->
                    trigger == PaymentTrigger.EXTEND
                            ? ResultCode.PAYMENT_NOT_SHIPPED
                            : ResultCode.ALREADY_PAID;
            case SHIPPED ->
                    trigger == PaymentTrigger.SHIP
                            ? ResultCode.ALREADY_SHIPPED
                            : ResultCode.ALREADY_PAID;
            case RELEASED ->
                    beforeCollection(trigger)
                            ? ResultCode.ALREADY_PAID
                            : ResultCode.ALREADY_RELEASED;
            case REFUNDED ->
                    beforeCollection(trigger)
                            ? ResultCode.ALREADY_PAID
                            : ResultCode.ALREADY_REFUNDED;
            case CANCELED -> ResultCode.PAYMENT_CANCELED;
            case EXPIRED -> ResultCode.PAYMENT_EXPIRED;
        };
    }

    private static boolean beforeCollection(PaymentTrigger trigger) {
        return switch (trigger) {
            case UPDATE, PAY, COLLECT, DECLINE, CANCEL, CANCELED, EXPIRE -> true;
            case SHIP,
                    EXTEND,
                    DISPUTE,
                    RELEASE_PART,
                    RELEASE_REST,
                    REFUND_PART,
                    REFUND_ALL,
                    REFUND_REST,
                    CLAW_BACK ->
                    false;
        };
    }
}
