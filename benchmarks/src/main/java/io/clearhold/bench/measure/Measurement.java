package io.clearhold.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One thing that can be measured in rounds. What is compared is open at the same time, so that
 * rounds can alternate and a slow minute of the machine meets both sides.
 */
public interface Measurement {
    /** Under this name figures stand in the report, and ratios refer to them. */
    String name();

    /** How long its first round is, which does not count. */
    default Duration warmUp(RunPlan plan) {
        return plan.warmUp();
    }

    /** Starts what is measured, ready for rounds. */
    Session open(Workspace workspace) throws IOException, InterruptedException;

    /** A measurement that is under way. Confined to one thread. */
    interface Session extends AutoCloseable {
        /**
         * Runs for about as long as asked and returns what was seen; a wrong answer of what is
         * measured is an {@link InvalidMeasurementException}, never a figure.
         */
        Figures round(Duration duration) throws IOException, InterruptedException;

        /** The command lines of the processes behind it, free of this machine's paths. */
        List<String> commands();

        /** Ends what was started, and checks what can only be checked then. */
        @Override
        void close() throws IOException;
    }
}
