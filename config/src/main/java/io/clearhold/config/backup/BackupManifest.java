package io.clearhold.config.backup;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.PrivateFile;
import io.clearhold.config.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says of itself. It is written last, so a backup without one was interrupted.
 *
 * @param createdAt ISO 8601
 * @param sequence of the last frame
 * @param stateHash of the state after it, 32 hexadecimal digits
 * @param checksums SHA-256 of each file by its path in the folder, in hexadecimal
 */
record BackupManifest(
        String createdAt,
        String program,
        String journalId,
        long sequence,
        String stateHash,
        Map<String, String> checksums) {
    static final String NAME = "manifest.json";
    private static final String FORMAT = "1";
    private static final String FILE = "file:";

    BackupManifest {
        checksums = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
    }

    void write(Path folder) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("created_at", createdAt);
        members.put("program", program);
        members.put("journal_id", journalId);
        members.put("sequence", Long.toString(sequence));
        members.put("state_hash", stateHash);
        checksums.forEach((file, checksum) -> members.put(FILE + file, checksum));
        PrivateFile.write(folder.resolve(NAME), new JsonMembers(members).lines());
    }

    static BackupManifest read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new StartRefusedException(
                    folder
                            + " is no complete backup: it has no "
                            + NAME
                            + ", which is written last");
        }
        try {
            JsonMembers members = JsonMembers.parse(Files.readString(file));
            if (!members.get("format").equals(FORMAT)) {
                throw new StartRefusedException(
                        "the backup in %s has format %s, and this program reads format %s: use the program that made it"
                                .formatted(folder, members.get("format"), FORMAT));
            }
            Map<String, String> checksums = new LinkedHashMap<>();
            members.members()
                    .forEach((name, value) -> {
                        if (name.startsWith(FILE)) {
                            checksums.put(name.substring(FILE.length()), value);
                        }
                    });
            return new BackupManifest(
                    members.get("created_at"),
                    members.get("program"),
                    members.get("journal_id"),
                    Long.parseLong(members.get("sequence")),
                    members.get("state_hash"),
                    checksums);
        } catch (IOException | NumberFormatException e) {
            throw new StartRefusedException(
                    file + " cannot be read as the manifest of a backup (" + e.getMessage() + ")",
                    e);
        }
    }
}
