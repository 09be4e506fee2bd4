package io.clearhold.config.backup;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.PrivateFile;
import io.clearhold.config.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in a data folder that was restored and has not been started since. The banks may know of
 * more than its journal does, so a plain start is refused.
 */
public final class RestoredMarker {
    private static final String NAME = "restored";
    private static final String COMPLETE = "complete";

    private RestoredMarker() {}

    private static Path file(DataFolder folder) {
        return folder.root().resolve(NAME);
    }

    /** Before the first file of the backup is copied. */
    static void begin(DataFolder folder) throws IOException {
        PrivateFile.write(file(folder), JsonMembers.of("state", "unfinished").line());
    }

    /** After the last was checked. */
    static void complete(DataFolder folder, long sequence) throws IOException {
        PrivateFile.write(
                file(folder),
                JsonMembers.of("state", COMPLETE, "sequence", Long.toString(sequence)).line());
    }

    /**
     * Refuses a start that does not fit the folder.
     *
     * @param restored whether the start says that it is of a restored folder
     */
    public static void check(DataFolder folder, boolean restored) {
        Path file = file(folder);
        boolean marked = Files.exists(file);
        if (marked && !isComplete(file)) {
            throw new StartRefusedException(
                    "the restore into "
                            + folder.root()
                            + " was interrupted: delete the folder and restore again");
        }
        if (marked && !restored) {
            throw new StartRefusedException(
                    folder.root()
                            + " was restored from a backup, and the banks may know of more than it does: start it once with --restored");
        }
        if (!marked && restored) {
            throw new StartRefusedException(
                    folder.root()
                            + " was not restored, or was started since: start it without --restored");
        }
    }

    /** Where the backup ends that the folder was restored from; only while it is marked. */
    public static long sequence(DataFolder folder) {
        try {
            return Long.parseLong(
                    JsonMembers.parse(Files.readString(file(folder))).get("sequence"));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the mark of the restore in " + folder.root() + " cannot be read", e);
        }
    }

    /** What was queued is claimed, durably: from here on it is a data folder like any other. */
    public static void end(DataFolder folder) {
        try {
            Files.deleteIfExists(file(folder));
            BackupFiles.force(folder.root());
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the mark of the restore in " + folder.root() + " cannot be removed", e);
        }
    }

    private static boolean isComplete(Path file) {
        try {
            return JsonMembers.parse(Files.readString(file)).get("state").equals(COMPLETE);
        } catch (IOException e) {
            return false;
        }
    }
}
