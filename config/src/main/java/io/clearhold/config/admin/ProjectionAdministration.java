package io.clearhold.config.admin;

import java.util.List;

/**
 * What can be done with the view. Where it happens, in this process or in a running server, makes
 * no difference to who asks.
 */
public interface ProjectionAdministration {
    /**
     * How far the view is.
     *
     * @param position the last sequence that is in it
     * @param watermark the last sequence that is durable
     * @param trouble one sentence if it does not get on, else empty
     */
    record Status(long position, long watermark, String trouble) {}

    /**
     * What a comparison found.
     *
     * @param sequence that view and state were at
     * @param rows that were compared
     * @param differenceCount all of them, of which {@code differences} has the first
     */
    record Comparison(long sequence, long rows, long differenceCount, List<String> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    Status status();

    /** Compares the view with the journal, promise I6. */
    Comparison check();

    /** Empties the view; it is filled again from the journal from then on. */
    void rebuild();
}
