package io.clearhold.ledger.simulation;

import java.util.EnumMap;
import java.util.Map;

/** What happened in simulated worlds; added up over rounds. Confined to one thread. */
public final class Tally {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    long commands;
    long queries;
    long frames;
    long acknowledged;
    long replays;
    long crashes;
    long framesReplayed;
    long framesChecked;
    long statesChecked;
    long viewsCompared;
    long deliveries;
    long statementLines;
    long movements;
    long simulatedMs;

    Tally() {}

    /** Commands that reached a writer. */
    public long commands() {
        return commands;
    }

    /** How often a fault struck. */
    public long count(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    void count(Fault fault, long times) {
        faults.merge(fault, times, Long::sum);
    }

    /** Starts that had to recover. */
    public long crashes() {
        return crashes;
    }

    /** Commands that were answered, and whose answer was heard. */
    public long acknowledged() {
        return acknowledged;
    }

    /** Commands that were answered from an earlier frame. */
    public long replays() {
        return replays;
    }
}
