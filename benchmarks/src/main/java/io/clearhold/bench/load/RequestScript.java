package io.clearhold.bench.load;

import java.util.List;

/**
 * What each connection asks, over and over: one request, or several about the payment that the
 * first of them makes. Immutable.
 */
public final class RequestScript {
    private final List<Step> steps;

    private RequestScript(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * One request of a script.
     *
     * @param template every request after the first may hold {@link RequestTemplate#PAYMENT}
     * @param check of its answer; after one that is not expected the script begins anew
     */
    public record Step(RequestTemplate template, AnswerCheck check) {}

    /** The same request again and again. */
    public static RequestScript of(RequestTemplate template, AnswerCheck check) {
        return new RequestScript(List.of(new Step(template, check)));
    }

    /** One after the other; the first one's answer begins with the id of a payment. */
    public static RequestScript of(List<Step> steps) {
        return new RequestScript(steps);
    }

    List<Step> steps() {
        return steps;
    }
}
