package io.clearhold.config.backup;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Copies and checks files of a backup. Files of a journal have holes, which stay holes. */
final class BackupFiles {
    private static final int CHUNK = 1 << 20;

    private BackupFiles() {}

    /** Makes a folder that only its owner can enter; one that has something in it is refused. */
    static void makeEmpty(Path folder, String what) {
        try {
            if (Files.exists(folder)) {
                if (!Files.isDirectory(folder) || !list(folder).isEmpty()) {
                    throw new StartRefusedException(
                            what + " " + folder + " is there already and not empty: name another");
                }
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            } else {
                Path parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    what + " " + folder + " cannot be made (" + e.getMessage() + ")", e);
        }
    }

    /** Regular files below a folder, by their paths in it, sorted. */
    static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static String checksum(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] chunk = new byte[CHUNK];
            while (input.read(chunk) >= 0) {
                // The stream digests what is read.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Copies one file durably, readable by its owner alone; chunks of zeros become holes. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target =
                        FileChannel.open(
                                to,
                                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            ByteBuffer last = ByteBuffer.allocate(1);
            long at = 0;
            while (source.read(chunk, at) > 0) {
                chunk.flip();
                int length = chunk.remaining();
                if (!isZero(chunk)) {
                    for (long next = at; chunk.hasRemaining(); ) {
                        next += target.write(chunk, next);
                    }
                }
                at += length;
                chunk.clear();
            }
            if (at > target.size()) {
                target.write(last, at - 1);
            }
            target.force(true);
        }
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean isZero(ByteBuffer chunk) {
        for (int i = 0; i < chunk.limit(); i++) {
            if (chunk.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
