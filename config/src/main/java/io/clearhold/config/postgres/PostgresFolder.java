package io.clearhold.config.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The folder of the server: its files, its password, its port, and the lock of who runs it. */
final class PostgresFolder {
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    PostgresFolder(Path folder) {
        this.folder = folder;
    }

    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(java.util.Objects.requireNonNull(folder.getParent()));
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    Path path() {
        return folder;
    }

    /** The database's own files. */
    Path data() {
        return folder.resolve("data");
    }

    /** Where they are made first. */
    Path newData() {
        return folder.resolve("data.new");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** Held as long as a server of ours runs here: two Clearholds must not stop each other's. */
    FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new PostgresStartException("another Clearhold runs the PostgreSQL in " + folder);
        }
        return channel;
    }

    /** The password, made when it is first asked for; only the owner may read its file. */
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path next = folder.resolve("password.new");
            Files.deleteIfExists(next);
            Files.createFile(
                    next,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    next, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            Files.move(next, file);
        }
        return Files.readString(file).strip();
    }

    /** The port of the last time if nobody else took it, else a free one, which is remembered. */
    int port() throws IOException {
        Path file = folder.resolve("port");
        int remembered = Files.exists(file) ? parse(Files.readString(file)) : 0;
        if (remembered > 0 && isFree(remembered)) {
            return remembered;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    private static int parse(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
