package io.clearhold.gateway.webhook;

/** Whether deliveries get on, and how long to wait before the next try. Safe for many threads. */
final class WebhookTrouble {
    private final WebhookSettings settings;
    private volatile String sentence = "";
    private int failures;

    WebhookTrouble(WebhookSettings settings) {
        this.settings = settings;
    }

    String sentence() {
        return sentence;
    }

    boolean isStuck() {
        return !sentence.isEmpty();
    }

    /** Something went wrong; returns the pause before the next try. */
    long failed(String what) {
        sentence = what;
        long pause = settings.firstRetryMs() << Math.min(failures, 16);
        failures++;
        return Math.min(pause, settings.longestRetryMs());
    }

    void over() {
        sentence = "";
        failures = 0;
    }
}
