package io.clearhold.ledger.simulation;

/**
 * What to simulate.
 *
 * @param seed everything follows from it
 * @param commands how many commands reach a writer, over all rounds
 * @param seconds stops beginning rounds after this long; 0: does not
 * @param roundCommands commands of one round; each begins with an empty disk and a seed of its own
 * @param rates how often faults strike
 */
public record SimulationSettings(
        long seed, long commands, long seconds, long roundCommands, FaultRates rates) {
    /** Long enough for days to pass and crashes to matter, short enough to replay often. */
    public static final long ROUND_COMMANDS = 20_000;

    /** A round's own seed; the first round's is the seed itself, so that it runs alone again. */
    public long roundSeed(long round) {
        long mixed = seed + round * 0x9E3779B97F4A7C15L;
        if (round == 0) {
            return seed;
        }
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
