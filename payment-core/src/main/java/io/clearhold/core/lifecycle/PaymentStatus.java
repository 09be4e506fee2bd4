package io.clearhold.core.lifecycle;

/** Where a payment stands. Codes are stored and never reused. */
public enum PaymentStatus {
    /** Terms agreed, nothing paid. */
    CREATED(1),
    /** An attempt waits for its bank. */
    PENDING(2),
    /** Money is in escrow. */
    HELD(3),
    /** The payee has shipped; the deadline of confirmation runs. */
    SHIPPED(4),
    /** Something was released and nothing is held. */
    RELEASED(5),
    /** Nothing was released and nothing is held. */
    REFUNDED(6),
    /** Canceled before anything was collected. */
    CANCELED(7),
    /** pay_by passed before anything was collected. */
    EXPIRED(8);

    private static final PaymentStatus[] BY_CODE = Codes.index(values(), PaymentStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    PaymentStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static PaymentStatus of(int code) {
        return Codes.of(BY_CODE, code, "PaymentStatus");
    }
}
