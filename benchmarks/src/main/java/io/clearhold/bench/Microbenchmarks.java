package io.clearhold.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The {@code clearhold bench jmh} command: its arguments are those of JMH. */
@Command(
        name = "jmh",
        description =
                "Runs the microbenchmarks: jmh -l lists them, jmh -prof gc counts allocation.")
final class Microbenchmarks implements Callable<Integer> {
    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
