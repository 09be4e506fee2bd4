package io.clearhold.ledger.projection;

/**
 * The view is not one of this journal: its position lies beyond the journal's end, or it was filled
 * from another journal. The message is one sentence for the operator; the start ends with it.
 */
public final class ProjectionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProjectionRefusedException(String message) {
        super(message);
    }
}
