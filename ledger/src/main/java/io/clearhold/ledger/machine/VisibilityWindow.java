package io.clearhold.ledger.machine;

import io.clearhold.ledger.state.ClockHold;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;

/**
 * From when on a channel's "not found" counts. The window is time that really passed: where log
 * time was set forward because an operator accepted the clock, nobody knows how much of that the
 * bank has seen, and the window begins anew.
 */
final class VisibilityWindow {
    private VisibilityWindow() {}

    /** Log time at which the window of an instruction that was claimed is over. */
    static long endMs(LedgerState state, int instruction) {
        InstructionTable instructions = state.instructions();
        ClockHold clock = state.clockHold();
        long beginMs =
                Math.max(
                        instructions.claimedAtMs(instruction),
                        clock.acceptedAtMs() + clock.stepMs());
        return beginMs + state.settings().visibilityWindowMs(instructions.channel(instruction));
    }
}
