package io.clearhold.ledger.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link AppendingProcess} with this JVM's class path and flags. */
final class ChildProcess {
    private ChildProcess() {}

    static Process start(Path folder, long seed, long commands, List<String> prefix)
            throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--")) {
                line.add(flag);
            }
        }
        line.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp"));
        line.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(AppendingProcess.class.getName());
        line.addAll(List.of(folder.toString(), String.valueOf(seed), String.valueOf(commands)));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.US_ASCII);
    }
}
