package io.clearhold.core.lifecycle;

/** Who is asking. Codes are stored and never reused. */
public enum Role {
    /** This server itself. */
    SYSTEM(0),
    /** Sees and acts for all its accounts, either side. */
    PLATFORM(1),
    /** Its own account, its own side. */
    ACCOUNT(2),
    /** Staff of the operator: every account, neither side. */
    OPERATOR(3),
    /** Reads everything. */
    AUDITOR(4),
    /** May read and pay one payment. */
    CLIENT_SECRET(5),
    /** Has paid one payment; may confirm it too. */
    PAYER_SECRET(6),
    /** May read one payment link, and make payments by it. */
    LINK_SECRET(7);

    private static final Role[] BY_CODE = Codes.index(values(), Role::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    Role(int code) {
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
    public static Role of(int code) {
        return Codes.of(BY_CODE, code, "Role");
    }
}
