package io.clearhold.core.lifecycle;

/** What kind of server a journal belongs to. Codes are stored and never reused. */
public enum ServerMode {
    /** Test money, a movable clock. */
    SANDBOX(1),
    /** Real money. */
    PRODUCTION(2);

    private static final ServerMode[] BY_CODE = Codes.index(values(), ServerMode::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    ServerMode(int code) {
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
    public static ServerMode of(int code) {
        return Codes.of(BY_CODE, code, "ServerMode");
    }
}
