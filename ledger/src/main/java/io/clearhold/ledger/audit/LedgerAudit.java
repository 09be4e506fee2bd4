package io.clearhold.ledger.audit;

import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.core.port.PositionStore;
import io.clearhold.core.port.Tailer;
import io.clearhold.ledger.projection.database.JournalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proof of a running ledger: the tail that grows the tree, the heads, and what is proved from
 * them. It keeps a head from time to time, and a last one when it stops, so that the journal can be
 * checked later without the server. Safe for many threads.
 */
public final class LedgerAudit implements LedgerProofs, Tailer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerAudit.class);

    private final Ledger ledger;
    private final HeadKey key;
    private final AuditSettings settings;
    private final AuditTail tail;
    private final SignedHeads heads;
    private final String journal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread keeper;

    private LedgerAudit(
            Ledger ledger,
            HeadKey key,
            AuditSettings settings,
            AuditTail tail,
            SignedHeads heads,
            String journal) {
        this.ledger = ledger;
        this.key = key;
        this.settings = settings;
        this.tail = tail;
        this.heads = heads;
        this.journal = journal;
        this.keeper = Thread.ofVirtual().name("clearhold-heads").unstarted(this::keepHeads);
    }

    /**
     * Begins to follow a ledger that runs.
     *
     * @param folder of the tree and of the heads
     * @param positions how far the tree is on the disk
     * @param clock wall time, for {@code signed_at}
     */
    public static LedgerAudit start(
            Ledger ledger,
            PositionStore positions,
            Path folder,
            HeadKey key,
            AuditSettings settings,
            InstantSource clock)
            throws IOException {
        AuditTail tail = new AuditTail(ledger, positions, folder, settings);
        SignedHeads heads = new SignedHeads(key, folder, clock);
        if (!heads.agrees(tail.tree()) || !tail.isOfItsJournal()) {
            LOG.warn("the tree in {} is not its journal's: it is made again", folder);
            tail.rebuild();
        }
        LedgerAudit audit = new LedgerAudit(ledger, key, settings, tail, heads, journalOf(ledger));
        tail.start();
        audit.keeper.start();
        return audit;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public long position() {
        return size();
    }

    @Override
    public boolean isIdle(long sequence) {
        return size() >= sequence || !trouble().isEmpty();
    }

    @Override
    public String trouble() {
        String contradiction = heads.contradiction();
        return contradiction.isEmpty() ? tail.trouble() : contradiction;
    }

    @Override
    public SigningKey signingKey() {
        return key.publicKey();
    }

    @Override
    public long size() {
        return tail.tree().size();
    }

    @Override
    public void awaitSize(long size) throws InterruptedException {
        if (!tail.awaitSize(size, settings.waitMs())) {
            throw new NotProvableException(
                    "The proof is at sequence " + size() + " and not yet at " + size + ".");
        }
    }

    @Override
    public SignedHead sign(long sequence, long stateHashHigh, long stateHashLow) {
        return reading(tree -> heads.sign(journal, tree, sequence, stateHashHigh, stateHashLow));
    }

    @Override
    public SignedHead headCovering(long sequence) throws InterruptedException {
        Optional<SignedHead> newest = heads.newest();
        if (heads.contradiction().isEmpty()
                && newest.isPresent()
                && newest.get().sequence() >= sequence
                && size() >= newest.get().sequence()) {
            return newest.get();
        }
        return newHead();
    }

    @Override
    public Inclusion inclusion(long sequence, long treeSize) {
        return reading(tree -> {
            TreeProofs proofs = new TreeProofs(tree);
            byte[] leaf = new byte[TreeHash.LENGTH];
            tree.read(0, sequence - 1, leaf);
            return new Inclusion(
                    sequence,
                    treeSize,
                    HexFormat.of().formatHex(leaf),
                    HexFormat.of().formatHex(proofs.root(treeSize)),
                    hex(proofs.inclusion(sequence - 1, treeSize)));
        });
    }

    @Override
    public Consistency consistency(long from, long to) {
        return reading(tree -> {
            TreeProofs proofs = new TreeProofs(tree);
            return new Consistency(
                    from,
                    to,
                    HexFormat.of().formatHex(proofs.root(from)),
                    HexFormat.of().formatHex(proofs.root(to)),
                    hex(proofs.consistency(from, to)));
        });
    }

    /** Keeps a last head if something happened since the one before, and stops. */
    @Override
    public void close() throws IOException {
        stop.countDown();
        try {
            keeper.join(settings.stopTimeoutMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tail.close();
    }

    private SignedHead newHead() throws InterruptedException {
        StateQuery.Point point = StateQuery.ask(ledger, settings.waitMs());
        awaitSize(point.sequence());
        return sign(point.sequence(), point.hashHigh(), point.hashLow());
    }

    private void keepHeads() {
        try {
            boolean stopped = checkOnce();
            do {
                stopped = stopped || stop.await(settings.headIntervalMs(), TimeUnit.MILLISECONDS);
                keepHead();
            } while (!stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As soon as the tree is where the journal was at the start; returns whether it is to stop. */
    private boolean checkOnce() throws InterruptedException {
        long atStart = ledger.watermark();
        boolean stopped = false;
        while (!stopped && size() < atStart) {
            stopped = stop.await(settings.pollMs(), TimeUnit.MILLISECONDS);
        }
        if (!stopped) {
            heads.check(tail.tree());
        }
        return stopped;
    }

    private void keepHead() throws InterruptedException {
        if (ledger.watermark() <= heads.keptSequence()) {
            return;
        }
        try {
            SignedHead head = newHead();
            // Whoever has a head knows that its frames are durable: so must the next start.
            tail.store();
            heads.keep(head);
        } catch (NotProvableException | IOException | UncheckedIOException e) {
            LOG.warn("no head is kept of sequence {}: {}", ledger.watermark(), e.getMessage());
        }
    }

    /** What is read from the tree. */
    private interface Reading<T> {
        T read(TreeFiles tree);
    }

    private <T> T reading(Reading<T> reading) {
        if (!heads.contradiction().isEmpty()) {
            throw new NotProvableException("The ledger contradicts a head that was signed.");
        }
        try {
            return reading.read(tail.tree());
        } catch (UncheckedIOException e) {
            LOG.warn("the tree cannot be read", e);
            throw new NotProvableException("The proof cannot be read at present.");
        }
    }

    private static String journalOf(Ledger ledger) {
        try (JournalReader reader = ledger.openReader()) {
            return JournalId.of(reader).digits();
        }
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(hash -> HexFormat.of().formatHex(hash)).toList();
    }
}
