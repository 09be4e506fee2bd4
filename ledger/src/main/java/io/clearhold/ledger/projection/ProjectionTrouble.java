package io.clearhold.ledger.projection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the projection from getting on, how often it was tried, and how long to wait. A
 * failure is either the database's (away, full, stopping) or that of the frames which were to be
 * written; of the latter the one frame is found by taking them one by one. Written by the
 * projection's thread, read by many.
 */
final class ProjectionTrouble {
    private final ProjectionSettings settings;
    private int failures;
    private long failingSequence;
    private int frameFailures;
    private volatile String sentence = "it has not reached PostgreSQL yet";
    private volatile boolean stuck = true;

    ProjectionTrouble(ProjectionSettings settings) {
        this.settings = settings;
    }

    /** One sentence, empty if it gets on. */
    String sentence() {
        return sentence;
    }

    /** Whether it can do nothing but wait: for the database, or for a person. */
    boolean isStuck() {
        return stuck;
    }

    void none() {
        failures = 0;
        frameFailures = 0;
        failingSequence = 0;
        stuck = false;
        sentence = "";
    }

    /** It will not get on by itself. */
    void forGood(@Nullable String why) {
        stuck = true;
        sentence = why == null ? "the view was refused" : why;
    }

    /** The database does not do what it should. */
    void database(Throwable cause, long position) {
        failures++;
        stuck = true;
        sentence =
                "PostgreSQL is away ("
                        + reason(cause)
                        + "), lists stay at sequence "
                        + position
                        + ", payments go on";
    }

    /** A batch whose first frame is {@code sequence} could not be written. */
    void frames(Throwable cause, long sequence, int frames) {
        failures++;
        if (frames > 1 || sequence != failingSequence) {
            frameFailures = 0;
            failingSequence = frames > 1 ? 0 : sequence;
        }
        frameFailures++;
        boolean certain = frames == 1 && frameFailures >= settings.framePatience();
        stuck = certain;
        sentence =
                certain
                        ? "frame "
                                + sequence
                                + " could not be projected "
                                + frameFailures
                                + " times ("
                                + reason(cause)
                                + "), lists stay before it"
                        : "a frame from sequence "
                                + sequence
                                + " on could not be projected ("
                                + reason(cause)
                                + "), it is tried again";
    }

    /** Grows with each failure, up to its limit. */
    long waitMs() {
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        return Math.min(settings.firstRetryMs() << doublings, settings.longestRetryMs());
    }

    /** Whether it is the database that failed, and not what it was given. */
    static boolean isOfDatabase(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return isOfDatabase(sql.getSQLState());
            }
        }
        return false;
    }

    /** Classes: connection, resources, operator intervention, system error; SQLSTATE appendix A. */
    private static boolean isOfDatabase(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57")
                || state.startsWith("58");
    }

    /** The first line of the innermost cause that says something. */
    private static String reason(Throwable cause) {
        Throwable at = cause;
        while (at.getCause() != null && at.getCause().getMessage() != null) {
            at = at.getCause();
        }
        String message = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
