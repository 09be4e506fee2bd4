package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The heads that were kept: a line of JSON each, oldest first, only ever appended to. Unlike the
 * tree it cannot be made again: it says what outsiders may have seen.
 */
public final class HeadFile {
    private static final String NAME = "heads";

    /** Many times a head's length. */
    private static final int TAIL_LENGTH = 16 * 1024;

    private final Path file;

    /** The heads in the folder of the tree. */
    public HeadFile(Path folder) {
        file = folder.resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /** The newest head. A last line that a crash cut short was never relied upon. */
    public Optional<SignedHead> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - TAIL_LENGTH);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) > 0) {
                // Until all of it is there.
            }
            String lines = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
            return lines.lines()
                    .map(HeadFile::head)
                    .flatMap(Optional::stream)
                    .reduce((_, later) -> later);
        }
    }

    /** Reads all of them, oldest first, with one reader that gets them one by one. */
    public <T> T read(Function<Iterator<SignedHead>, T> reader) throws IOException {
        if (!Files.exists(file)) {
            return reader.apply(Collections.emptyIterator());
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return reader.apply(lines.map(HeadFile::head).flatMap(Optional::stream).iterator());
        }
    }

    /** Appends a head, durably. */
    void append(SignedHead head) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = channel.size();
            String line = (endsLine(channel, end) ? "" : "\n") + HeadJson.print(head) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        if (end == 0) {
            return true;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.read(last, end - 1) == 1 && last.get(0) == '\n';
    }

    private static Optional<SignedHead> head(String line) {
        try {
            return Optional.of(HeadJson.parse(line));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
