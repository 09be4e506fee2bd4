package io.clearhold.ledger.journal;

import io.clearhold.core.port.PositionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The position of a tailer in a file of its own, replaced atomically. */
public final class PositionFile implements PositionStore {
    private final Path file;

    public PositionFile(Path file) {
        this.file = file;
    }

    @Override
    public long load() {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).trim()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void store(long sequence) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(next, sequence + "\n", StandardCharsets.US_ASCII);
            QueueFiles.force(next);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
