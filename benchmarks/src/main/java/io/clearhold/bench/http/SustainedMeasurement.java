package io.clearhold.bench.http;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments created over HTTP while every tailer follows, at the highest rate at which the view
 * keeps up: a round counts only if the view is at most a second behind at its end. The warm-up
 * finds the rate: first as many as the server takes, and if the view does not follow that, it
 * halves the interval between what it followed and what it did not.
 */
public final class SustainedMeasurement implements Measurement {
    public static final String NAME = "http_sustained";

    private static final double MOST_LAG_MS = 1_000;
    private static final Duration COLD = Duration.ofSeconds(20);
    private static final int SEARCH_STEPS = 5;
    private static final int MOST_TRIES = 6;

    /** Of the rate, after a round in which the view fell behind. */
    private static final double RETREAT = 0.9;

    private final int connections;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes it.
     *
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public SustainedMeasurement(
            int connections, List<String> flags, @Nullable PrintStream profileOut) {
        this.connections = connections;
        this.flags = List.copyOf(flags);
        this.profileOut = profileOut;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        return new SustainedSession(
                PaymentServer.start(
                        NAME, PaymentTraffic.ONE_PAYEE, connections, flags, profileOut, workspace));
    }

    private static boolean isFollowed(PaymentServer.Run run) {
        return run.lagMs() <= MOST_LAG_MS;
    }

    private static final class SustainedSession implements Session {
        private final PaymentServer server;
        private boolean warm;
        private double closedLoopPerSecond;
        private double closedLoopLagMs;

        /** 0 for as many as the server takes. */
        private double rate;

        SustainedSession(PaymentServer server) {
            this.server = server;
        }

        @Override
        public Figures round(Duration duration) throws IOException, InterruptedException {
            if (!warm) {
                warm = true;
                return search(duration);
            }
            for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
                PaymentServer.Run run = server.run(duration, rate);
                if (isFollowed(run)) {
                    return figures(run).with("tries", attempt);
                }
                rate = RETREAT * (rate > 0 ? rate : run.result().answersPerSecond());
            }
            throw new InvalidMeasurementException(
                    "the view does not even follow " + Math.round(rate) + " payments a second");
        }

        private Figures search(Duration duration) throws IOException, InterruptedException {
            // Nothing is compiled yet in the first.
            PaymentServer.Run cold = server.run(COLD.plus(duration), 0);
            PaymentServer.Run closed = server.run(duration, 0);
            closedLoopPerSecond = closed.result().answersPerSecond();
            closedLoopLagMs = closed.lagMs();
            if (isFollowed(closed)) {
                return figures(cold);
            }
            double followed = 0;
            double tooMuch = closedLoopPerSecond;
            for (int step = 0; step < SEARCH_STEPS; step++) {
                double middle = (followed + tooMuch) / 2;
                if (isFollowed(server.run(duration, middle))) {
                    followed = middle;
                } else {
                    tooMuch = middle;
                }
            }
            rate = followed > 0 ? followed : tooMuch;
            return figures(cold);
        }

        private Figures figures(PaymentServer.Run run) {
            return run.figures(PaymentTraffic.ONE_PAYEE)
                    .with("closed_loop_answers_per_s", closedLoopPerSecond)
                    .with("closed_loop_view_lag_ms", closedLoopLagMs);
        }

        @Override
        public List<String> commands() {
            return server.commands();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
