package io.clearhold.config.data;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Names what a server keeps. The folder itself is closed to others, since the journal says who paid
 * whom.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder if it is not there. */
    public void create() {
        try {
            if (!Files.isDirectory(root)) {
                Path parent = root.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        root,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the data folder " + root + " cannot be made (" + e.getMessage() + ")", e);
        }
        if (!Files.isWritable(root)) {
            throw new StartRefusedException(
                    "the data folder " + root + " cannot be written by this user");
        }
    }

    /** Refuses a folder that no server has used. */
    public DataFolder requireJournal() {
        if (!Files.isDirectory(journal())) {
            throw new StartRefusedException(
                    root + " holds no journal: name the data folder of a server with --data");
        }
        return this;
    }

    /** Locked and holding the process id while somebody uses the folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** What every secret is derived from. */
    public Path masterKey() {
        return root.resolve("master.key");
    }

    /** The truth. */
    public Path journal() {
        return root.resolve("journal");
    }

    /**
     * The proof: the tree over the journal, which can be made again, and the heads, which cannot.
     */
    public Path audit() {
        return root.resolve("audit");
    }

    /** What makes a start quick; follows from the journal. */
    public Path snapshots() {
        return root.resolve("snapshots");
    }

    /** How far each tailer has got. */
    public Path positions() {
        return root.resolve("positions");
    }

    /** The keys that a sandbox makes for itself. */
    public Path sandboxKeys() {
        return root.resolve("sandbox-keys.json");
    }

    /** What the sandbox bank keeps: another party's books, not ours. */
    public Path sandboxBank() {
        return root.resolve("sandbox-bank");
    }

    /** What sandbox bank and server share. */
    public Path sandboxBankSecret() {
        return root.resolve("sandbox-bank.secret");
    }

    /** Files of banks: those that are being imported, and the last that were. */
    public Path statements() {
        return root.resolve("statements");
    }

    /** Bodies of requests that are being received. */
    public Path bodies() {
        return root.resolve("bodies");
    }

    /**
     * Deletes what requests left there that a crash cut off: nobody was answered, and whoever sent
     * them sends them again. Only under the lock.
     */
    public void dropBodies() {
        if (!Files.isDirectory(bodies())) {
            return;
        }
        try (Stream<Path> left = Files.list(bodies())) {
            for (Path body : left.toList()) {
                Files.deleteIfExists(body);
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the folder " + bodies() + " cannot be emptied (" + e.getMessage() + ")", e);
        }
    }

    /** How the command line reaches a running server. */
    public Path adminSocket() {
        return root.resolve("admin.sock");
    }

    public Path logs() {
        return root.resolve("logs");
    }
}
