package io.clearhold.gateway.operation;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that is too large for memory: it goes to a file as it comes, and its hash is known when
 * all of it is there. Whoever takes the file moves it away; else it is deleted. Confined to one
 * thread at a time.
 */
public final class BodyFile {
    private static final Logger LOG = LoggerFactory.getLogger(BodyFile.class);

    private final Path path;
    private final FileChannel channel;
    private final MessageDigest sha256;
    private long length;
    private byte[] hash = new byte[0];

    private BodyFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** An empty file in a folder, which is made if need be. */
    public static BodyFile create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "body-", ".part");
        return new BodyFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
    }

    /** Takes all that is readable. */
    public void write(ByteBuf bytes) throws IOException {
        int count = bytes.readableBytes();
        sha256.update(bytes.nioBuffer());
        while (bytes.isReadable()) {
            bytes.readBytes(channel, bytes.readableBytes());
        }
        length += count;
    }

    /** Nothing more comes. */
    public void complete() throws IOException {
        channel.close();
        hash = sha256.digest();
    }

    public long length() {
        return length;
    }

    public Path path() {
        return path;
    }

    /** SHA-256 of the whole; once it is complete. */
    byte[] hash() {
        return hash;
    }

    /** Ends it, unless somebody has taken it away. */
    public void discard() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("a body that nobody needs any more cannot be deleted: {}", path, e);
        }
    }
}
