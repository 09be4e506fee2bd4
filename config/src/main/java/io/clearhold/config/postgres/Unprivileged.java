package io.clearhold.config.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where we are root, its programs run in a user namespace of
 * their own, in which nobody is root and our files are still ours; where the machine forbids that,
 * as the user nobody, to whom its folder is then given. An ordinary user needs none of it.
 */
final class Unprivileged {
    private static final int NOBODY = 65534;
    private static final long PROBE_TIMEOUT_MS = 5_000;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way to run programs whose files are in {@code folder}. */
    static Unprivileged forFolder(Path folder) throws IOException, InterruptedException {
        if (owner(Path.of("/proc/self")) != 0) {
            return new Unprivileged(List.of());
        }
        boolean givenAway = owner(folder) == NOBODY;
        if (!givenAway && works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE);
        }
        if (works(AS_NOBODY)) {
            give(folder);
            return new Unprivileged(AS_NOBODY);
        }
        throw new PostgresStartException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: run Clearhold as another user, or give the view a database of its own with a JDBC URL");
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return ProgramRun.of(command, PROBE_TIMEOUT_MS).isOk();
        } catch (IOException e) {
            return false;
        }
    }

    private static int owner(Path path) throws IOException {
        return Files.exists(path) ? (int) Files.getAttribute(path, "unix:uid") : -1;
    }

    private static void give(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setAttribute(path, "unix:uid", NOBODY);
                    Files.setAttribute(path, "unix:gid", NOBODY);
                }
            }
        }
    }
}
