package io.clearhold.ledger.snapshot;

import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.machine.StateMachine;

/**
 * A state, and the frame after which it was so.
 *
 * @param machine with every frame up to the place applied
 * @param place in the journal
 */
public record Snapshot(StateMachine machine, JournalPlace place) {
    /** Nothing yet: the whole journal is to be applied. */
    public static Snapshot empty() {
        return new Snapshot(new StateMachine(), JournalPlace.START);
    }
}
