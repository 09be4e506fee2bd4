package io.clearhold.bank.json;

/** Text that came from outside is not the JSON object that it should be. */
public final class JsonUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    public JsonUnreadableException(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong, for a person. */
    public String why() {
        return why;
    }
}
