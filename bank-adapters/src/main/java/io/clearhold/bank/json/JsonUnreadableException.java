package io.clearhold.bank.json;

/** Text that came from outside is not the JSON object that it should be. */
public final class JsonUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonUnreadableException(String message) {
        super(message);
    }
}
