package io.clearhold.config.settings;

/** A setting that cannot be used; the message is one sentence that names it and its source. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
