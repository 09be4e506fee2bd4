package io.clearhold.bank.sandbox.wire;

import java.util.Locale;

/** Where an instruction stands at the sandbox bank. */
public enum OrderStatus {
    /** Taken, not finished. */
    PENDING,
    /** The money moved. */
    SETTLED,
    /** Refused; no money moves. */
    REJECTED,
    /** The money moved, and came back. */
    RETURNED,
    /** The money was collected, and the payer's bank took it back. */
    CHARGED_BACK,
    /** Closed at Clearhold's request; no money moves. */
    CLOSED;

    /** The name on the wire: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
