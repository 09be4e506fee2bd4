package io.clearhold.ledger.journal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of these tests with this JVM's class path and flags. */
final class ChildProcess {
    private ChildProcess() {}

    static Process start(Path folder, long seed, long commands, List<String> prefix)
            throws IOException {
        return start(
                AppendingProcess.class,
                List.of(folder.toString(), String.valueOf(seed), String.valueOf(commands)),
                prefix);
    }

    static Process start(Class<?> main, List<String> arguments, List<String> prefix)
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
        line.add(main.getName());
        line.addAll(arguments);
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Whether a program is on the path. */
    static boolean isInstalled(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
