package io.clearhold.config.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path. A folder that bears
 * the version's name is complete: it was renamed to it at the end.
 */
final class PostgresBinaries {
    /** Of the archive; a test keeps it equal to the pom's. */
    static final String VERSION = "17.11.0";

    private static final long VERSION_TIMEOUT_MS = 10_000;
    private static final Set<PosixFilePermission> PROGRAM =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** The programs under {@code parent}, unpacked if they are not there or not whole. */
    static PostgresBinaries in(Path parent) throws IOException, InterruptedException {
        PostgresBinaries binaries = new PostgresBinaries(parent.resolve(VERSION));
        if (!Files.isDirectory(binaries.folder)) {
            binaries.unpack();
        } else if (!binaries.answers()) {
            // A power cut can leave a name in place and its bytes behind.
            deleteTree(binaries.folder);
            binaries.unpack();
        }
        if (!binaries.answers()) {
            throw new PostgresStartException(
                    "the bundled PostgreSQL does not run on this machine: give the view a database of its own with a JDBC URL");
        }
        return binaries;
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private boolean answers() throws InterruptedException {
        String major = VERSION.substring(0, VERSION.lastIndexOf('.'));
        try {
            ProgramRun run =
                    ProgramRun.of(List.of(program("postgres"), "--version"), VERSION_TIMEOUT_MS);
            return run.isOk() && run.output().contains(major);
        } catch (IOException e) {
            return false;
        }
    }

    private void unpack() throws IOException {
        Path parent = java.util.Objects.requireNonNull(folder.getParent());
        Path target = parent.resolve(VERSION + ".new");
        deleteTree(target);
        Files.createDirectories(target);
        String resource = resourceName();
        try (InputStream archive =
                PostgresBinaries.class.getClassLoader().getResourceAsStream(resource)) {
            if (archive == null) {
                throw new PostgresStartException(
                        "there is no bundled PostgreSQL for this machine ("
                                + resource
                                + "): give the view a database of its own with a JDBC URL");
            }
            unpack(archive, target);
        }
        Files.move(target, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(
                            "the archive leads out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PROGRAM);
                    }
                }
            }
        }
    }

    private static String resourceName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String architecture = machine.equals("amd64") ? "x86_64" : machine;
        return "postgres-" + system + "-" + architecture + ".txz";
    }
}
