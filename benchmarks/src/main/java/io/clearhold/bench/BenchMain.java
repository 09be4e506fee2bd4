package io.clearhold.bench;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** The {@code clearhold bench} command: its arguments are those of JMH. */
public final class BenchMain {
    private BenchMain() {}

    /** Runs the microbenchmarks that the arguments select. */
    public static void main(String[] args) throws IOException {
        Main.main(args);
    }
}
