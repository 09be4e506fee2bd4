package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.PaymentStatus.CANCELED;
import static io.clearhold.core.lifecycle.PaymentStatus.CREATED;
import static io.clearhold.core.lifecycle.PaymentStatus.EXPIRED;
import static io.clearhold.core.lifecycle.PaymentStatus.HELD;
import static io.clearhold.core.lifecycle.PaymentStatus.PENDING;
import static io.clearhold.core.lifecycle.PaymentStatus.REFUNDED;
import static io.clearhold.core.lifecycle.PaymentStatus.RELEASED;
import static io.clearhold.core.lifecycle.PaymentStatus.SHIPPED;

import io.clearhold.core.result.ResultCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one table of a payment's life. Guards of decisions, the diagram in the docs and the tests
 * come from {@link #TABLE}; what is not a row of it is refused with the code that names the state.
 */
public final class PaymentLifecycle {
    /** In {@code from}, {@code trigger} leads to {@code to}. */
    public record Transition(PaymentStatus from, PaymentTrigger trigger, PaymentStatus to) {}

    public static final List<Transition> TABLE =
            List.of(
                    new Transition(CREATED, PaymentTrigger.PAY, PENDING),
                    new Transition(CREATED, PaymentTrigger.COLLECT, HELD),
                    new Transition(CREATED, PaymentTrigger.CANCEL, CANCELED),
                    new Transition(CREATED, PaymentTrigger.CANCELED, CANCELED),
                    new Transition(CREATED, PaymentTrigger.EXPIRE, EXPIRED),
                    new Transition(PENDING, PaymentTrigger.COLLECT, HELD),
                    new Transition(PENDING, PaymentTrigger.DECLINE, CREATED),
                    new Transition(PENDING, PaymentTrigger.CANCEL, PENDING),
                    new Transition(PENDING, PaymentTrigger.CANCELED, CANCELED),
                    new Transition(PENDING, PaymentTrigger.EXPIRE, EXPIRED),
                    new Transition(HELD, PaymentTrigger.SHIP, SHIPPED),
                    new Transition(HELD, PaymentTrigger.RELEASE_PART, HELD),
                    new Transition(HELD, PaymentTrigger.RELEASE_REST, RELEASED),
                    new Transition(HELD, PaymentTrigger.REFUND_PART, HELD),
                    new Transition(HELD, PaymentTrigger.REFUND_ALL, REFUNDED),
                    new Transition(HELD, PaymentTrigger.REFUND_REST, RELEASED),
                    new Transition(SHIPPED, PaymentTrigger.EXTEND, SHIPPED),
                    new Transition(SHIPPED, PaymentTrigger.RELEASE_PART, SHIPPED),
                    new Transition(SHIPPED, PaymentTrigger.RELEASE_REST, RELEASED),
                    new Transition(SHIPPED, PaymentTrigger.REFUND_PART, SHIPPED),
                    new Transition(SHIPPED, PaymentTrigger.REFUND_ALL, REFUNDED),
                    new Transition(SHIPPED, PaymentTrigger.REFUND_REST, RELEASED));

    private static final Map<PaymentStatus, Map<PaymentTrigger, PaymentStatus>> NEXT = next();
    private static final Map<PaymentStatus, Map<PaymentTrigger, ResultCode>> GUARDS = guards();

    private PaymentLifecycle() {}

    /**
     * {@link ResultCode#OK}, or the code that says why {@code trigger} is not possible in {@code
     * from}.
     */
    public static ResultCode guard(PaymentStatus from, PaymentTrigger trigger) {
        return Objects.requireNonNull(Objects.requireNonNull(GUARDS.get(from)).get(trigger));
    }

    /** The status that {@code trigger} leads to; only after {@link #guard} said OK. */
    public static PaymentStatus next(PaymentStatus from, PaymentTrigger trigger) {
        PaymentStatus to = Objects.requireNonNull(NEXT.get(from)).get(trigger);
        if (to == null) {
            throw new IllegalStateException(trigger + " in " + from + " is not in the table");
        }
        return to;
    }

    /** The table as a Mermaid state diagram, for the docs; a test holds the two together. */
    public static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> created\n");
        for (Transition row : TABLE) {
            text.append("    ")
                    .append(row.from().label())
                    .append(" --> ")
                    .append(row.to().label())
                    .append(" : ")
                    .append(row.trigger().name().toLowerCase(java.util.Locale.ROOT))
                    .append('\n');
        }
        return text.toString();
    }

    private static Map<PaymentStatus, Map<PaymentTrigger, PaymentStatus>> next() {
        Map<PaymentStatus, Map<PaymentTrigger, PaymentStatus>> next =
                new EnumMap<>(PaymentStatus.class);
        for (PaymentStatus from : PaymentStatus.values()) {
            next.put(from, new EnumMap<>(PaymentTrigger.class));
        }
        for (Transition row : TABLE) {
            if (Objects.requireNonNull(next.get(row.from())).put(row.trigger(), row.to()) != null) {
                throw new IllegalStateException(
                        "two rows for " + row.trigger() + " in " + row.from());
            }
        }
        return next;
    }

    private static Map<PaymentStatus, Map<PaymentTrigger, ResultCode>> guards() {
        Map<PaymentStatus, Map<PaymentTrigger, ResultCode>> guards =
                new EnumMap<>(PaymentStatus.class);
        NEXT.forEach((from, transitions) -> {
            Map<PaymentTrigger, ResultCode> row = new EnumMap<>(PaymentTrigger.class);
            for (PaymentTrigger trigger : PaymentTrigger.values()) {
                row.put(
                        trigger,
                        transitions.containsKey(trigger) ? ResultCode.OK : refusal(from, trigger));
            }
            guards.put(from, row);
        });
        return guards;
    }

    private static ResultCode refusal(PaymentStatus from, PaymentTrigger trigger) {
        return switch (from) {
            case CREATED ->
                    trigger == PaymentTrigger.EXTEND
                            ? ResultCode.PAYMENT_NOT_SHIPPED
                            : ResultCode.PAYMENT_NOT_PAID;
            case PENDING ->
                    switch (trigger) {
                        case PAY -> ResultCode.PAYMENT_PENDING;
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
            case PAY, COLLECT, DECLINE, CANCEL, CANCELED, EXPIRE -> true;
            case SHIP, EXTEND, RELEASE_PART, RELEASE_REST, REFUND_PART, REFUND_ALL, REFUND_REST ->
                    false;
        };
    }
}
