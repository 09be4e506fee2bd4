package io.clearhold.bench.http;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.RunPlan;
import io.clearhold.bench.measure.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments created over HTTP against the real server, as many as it takes. An answer of 201 means
 * that the payment is durable; that this is true is counted in the journal at the end.
 */
public final class PaymentsMeasurement implements Measurement {
    private final String name;
    private final PaymentTraffic traffic;
    private final int connections;
    private final Duration longest;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes one.
     *
     * @param longest no round is longer: what makes more payments than the view follows in a minute
     *     would else spend the run waiting for it
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public PaymentsMeasurement(
            String name,
            PaymentTraffic traffic,
            int connections,
            Duration longest,
            List<String> flags,
            @Nullable PrintStream profileOut) {
        this.name = name;
        this.traffic = traffic;
        this.connections = connections;
        this.longest = longest;
        this.flags = List.copyOf(flags);
        this.profileOut = profileOut;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration warmUp(RunPlan plan) {
        return plan.serverWarmUp();
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        PaymentServer server =
                PaymentServer.start(name, traffic, connections, flags, profileOut, workspace);
        return new Session() {
            private boolean warm;

            @Override
            public Figures round(Duration duration) throws IOException, InterruptedException {
                Duration bounded = duration.compareTo(longest) < 0 ? duration : longest;
                if (!warm) {
                    warm = true;
                    for (long i = duration.dividedBy(bounded); i > 1; i--) {
                        server.run(bounded, 0);
                    }
                }
                return server.run(bounded, 0).figures(traffic);
            }

            @Override
            public List<String> commands() {
                return server.commands();
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }
}
