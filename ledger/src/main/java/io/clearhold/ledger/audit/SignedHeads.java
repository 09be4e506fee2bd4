package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.NotProvableException;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs heads and keeps some. It never signs two that contradict each other: before each signature
 * the tree must still have, at the size of the newest head, the root that this one has. Safe for
 * many threads.
 */
final class SignedHeads {
    private static final Logger LOG = LoggerFactory.getLogger(SignedHeads.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final HeadKey key;
    private final HeadFile file;
    private final InstantSource clock;
    private volatile Optional<SignedHead> newest;
    private volatile String contradiction = "";
    private long keptSequence;

    SignedHeads(HeadKey key, Path folder, InstantSource clock) throws IOException {
        this.key = key;
        this.file = new HeadFile(folder);
        this.clock = clock;
        HeadVerifier verifier = new HeadVerifier(publicKey(key));
        Optional<SignedHead> last = file.last();
        newest = last.filter(verifier::verifies);
        keptSequence = newest.map(SignedHead::sequence).orElse(0L);
        if (last.isPresent() && newest.isEmpty()) {
            LOG.warn(
                    "the newest head in {} was not signed by key {} and is not looked at",
                    file.path(),
                    key.publicKey().keyId());
        }
    }

    /** The newest head that was signed, or kept before the start. */
    Optional<SignedHead> newest() {
        return newest;
    }

    /** The sequence of the newest head that is kept. */
    synchronized long keptSequence() {
        return keptSequence;
    }

    /** Why nothing is signed any more, empty if all is well. */
    String contradiction() {
        return contradiction;
    }

    /** Whether the tree has what the newest head says; true if it is not that large yet. */
    boolean agrees(TreeFiles tree) {
        Optional<SignedHead> head = newest;
        if (head.isEmpty() || tree.size() < head.get().sequence()) {
            return true;
        }
        byte[] root = new TreeProofs(tree).root(head.get().sequence());
        return HexFormat.of().formatHex(root).equals(head.get().rootHash());
    }

    synchronized SignedHead sign(
            String journal, TreeFiles tree, long sequence, long hashHigh, long hashLow) {
        requireNoContradiction(tree, sequence);
        HexFormat hex = HexFormat.of();
        SignedHead head =
                key.sign(
                        new SignedHead(
                                journal,
                                sequence,
                                hex.toHexDigits(hashHigh) + hex.toHexDigits(hashLow),
                                hex.formatHex(new TreeProofs(tree).root(sequence)),
                                TIME.format(Instant.ofEpochMilli(clock.millis())),
                                "",
                                ""));
        if (newest.isEmpty() || newest.get().sequence() < sequence) {
            newest = Optional.of(head);
        }
        return head;
    }

    /** Writes a head down, durably. */
    synchronized void keep(SignedHead head) {
        try {
            file.append(head);
            keptSequence = head.sequence();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file.path(), e);
        }
    }

    /**
     * Compares the tree with the newest head, once it is as far as the journal: then that head must
     * be within it.
     */
    void check(TreeFiles tree) {
        long signed = newest.map(SignedHead::sequence).orElse(0L);
        if (tree.size() < signed) {
            contradict(
                    "the journal ends at sequence "
                            + tree.size()
                            + ", before the head of sequence ");
        } else if (!agrees(tree)) {
            contradict("the journal is not the one under the head of sequence ");
        }
    }

    private synchronized void contradict(String what) {
        if (contradiction.isEmpty()) {
            contradiction =
                    what
                            + newest.map(SignedHead::sequence).orElse(0L)
                            + " in "
                            + file.path()
                            + ": run clearhold journal verify";
            LOG.error("nothing is signed any more: {}", contradiction);
        }
    }

    private void requireNoContradiction(TreeFiles tree, long sequence) {
        long least = Math.max(newest.map(SignedHead::sequence).orElse(0L), sequence);
        if (tree.size() < least) {
            throw new NotProvableException(
                    "The proof is at sequence " + tree.size() + " and not yet at " + least + ".");
        }
        check(tree);
        if (!contradiction.isEmpty()) {
            throw new NotProvableException("The ledger contradicts a head that was signed.");
        }
    }

    private static byte[] publicKey(HeadKey key) {
        return java.util.Base64.getDecoder().decode(key.publicKey().publicKey());
    }
}
