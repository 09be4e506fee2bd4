package io.clearhold.bank.intake;

import io.clearhold.core.proof.LineOutcome;

/** Is told what becomes of statement files, to count it. Neither blocks nor throws. */
public interface StatementMeter {
    /** Counts nothing. */
    StatementMeter NONE =
            new StatementMeter() {
                @Override
                public void file(FileOutcome outcome) {}

                @Override
                public void line(LineOutcome outcome) {}
            };

    /** What became of a file. */
    enum FileOutcome {
        IMPORTED,
        /** For what it is; nothing of it got in. */
        REFUSED,
        /** The ledger did not take it, or not all of it. */
        NOT_TAKEN
    }

    void file(FileOutcome outcome);

    void line(LineOutcome outcome);
}
