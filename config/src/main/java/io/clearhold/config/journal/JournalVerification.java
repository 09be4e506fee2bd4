package io.clearhold.config.journal;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.ledger.audit.HeadCheck;
import io.clearhold.ledger.audit.HeadFile;
import io.clearhold.ledger.audit.HeadJson;
import io.clearhold.ledger.audit.HeadVerifier;
import io.clearhold.ledger.audit.StoredLeaves;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Checks a journal as an outsider would: against a public key and a head that was kept. Changes
 * nothing, and may look at a running server's journal.
 */
public final class JournalVerification {
    private final DataFolder folder;
    private final HeadVerifier key;
    private final PrintStream out;

    /**
     * Of the journal in a data folder.
     *
     * @param key a file or the key itself
     */
    public JournalVerification(DataFolder folder, String key, PrintStream out) {
        this.folder = folder;
        this.key = PublicKeyText.parse(key);
        this.out = out;
    }

    /**
     * Checks, and says what it found.
     *
     * @param headFile with the JSON of a head; empty for the newest that the server kept
     * @return whether the journal is the one under the head, and legal
     */
    public boolean run(Optional<Path> headFile) {
        HeadFile kept = new HeadFile(folder.audit());
        try {
            SignedHead head = headFile.isPresent() ? given(headFile.get()) : newest(kept);
            if (!key.verifies(head)) {
                return told(
                        List.of(
                                "the head of sequence "
                                        + head.sequence()
                                        + " was not signed by key "
                                        + key.key().keyId()));
            }
            List<String> findings = kept.read(others -> check(head, others));
            return told(findings);
        } catch (IOException e) {
            throw new StartRefusedException("the heads cannot be read: " + e.getMessage(), e);
        }
    }

    private List<String> check(SignedHead head, Iterator<SignedHead> others) {
        try (StoredLeaves stored = new StoredLeaves(folder.audit())) {
            HeadCheck check = new HeadCheck(head, stored, others, key::verifies);
            JournalFolder.Look look =
                    new JournalFolder(folder)
                            .read(frame -> {
                                check.accept(frame);
                                return true;
                            });
            List<String> findings = new ArrayList<>(check.findings());
            look.damage().ifPresent(damage -> findings.addFirst("damaged: " + damage));
            out.println("journal       " + head.journal());
            out.println("frames        " + check.frames());
            out.println("head          sequence " + head.sequence() + " of " + head.signedAt());
            out.println("root hash     " + head.rootHash());
            out.println("state hash    " + head.stateHash());
            out.println("signed by     " + head.keyId());
            out.println(
                    "above it      " + Math.max(0, check.frames() - head.sequence()) + " frames");
            return findings;
        }
    }

    private boolean told(List<String> findings) {
        if (findings.isEmpty()) {
            out.println(
                    "verified: the journal is the one under the head, and every frame is legal");
            return true;
        }
        findings.forEach(finding -> out.println("not verified: " + finding));
        return false;
    }

    private static SignedHead given(Path file) {
        try {
            return HeadJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartRefusedException(
                    file + " does not hold a head (" + e.getMessage() + ")", e);
        }
    }

    private static SignedHead newest(HeadFile kept) throws IOException {
        return kept.last()
                .orElseThrow(() ->
                        new StartRefusedException(
                                "there is no head in "
                                        + kept.path()
                                        + ": name one that was kept elsewhere with --head"));
    }
}
