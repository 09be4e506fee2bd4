package io.clearhold.core.lifecycle;

/** Who did something to a dispute, or brought evidence. Codes are stored and never reused. */
public enum DisputeParty {
    PAYER(1),
    PAYEE(2),
    /** The platform, where it did not say for which side. */
    PLATFORM(3),
    OPERATOR(4),
    /** Nobody in time. */
    DEADLINE(5),
    /** The payer's bank, which took the money back. */
    CHARGEBACK(6);

    private static final DisputeParty[] BY_CODE = Codes.index(values(), DisputeParty::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    DisputeParty(int code) {
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
    public static DisputeParty of(int code) {
        return Codes.of(BY_CODE, code, "DisputeParty");
    }
}
