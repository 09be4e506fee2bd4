package io.clearhold.ledger.audit;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.ledger.replay.Replay;
import io.clearhold.ledger.state.LedgerState;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks a journal against a signed head, frame by frame: makes the tree anew, decides every
 * command again, and compares root and state hash at the head's sequence. To say where a journal
 * was changed it looks at the leaves that the server stored, which are believed only if they lead
 * to the head's root themselves, and at other heads. Confined to one thread.
 */
public final class HeadCheck implements Consumer<Frame> {
    private final SignedHead head;
    private final StoredLeaves stored;
    private final Iterator<SignedHead> others;
    private final Predicate<SignedHead> genuine;
    private @Nullable SignedHead other;
    private final Replay replay = new Replay(true);
    private final FrameRecord record = new FrameRecord();
    private final TreeEdge tree = new TreeEdge();
    private final byte[] leaf = new byte[TreeHash.LENGTH];
    private final List<String> findings = new ArrayList<>();
    private String rootHash = "";
    private String stateHash = "";
    private String notApplied = "";
    private long lastGood;
    private long firstBad;

    /**
     * Begins a check.
     *
     * @param head whose signature is good
     * @param stored what the server kept of the tree
     * @param others heads of the same ledger, by sequence
     * @param genuine whether the signature of a head is good
     */
    public HeadCheck(
            SignedHead head,
            StoredLeaves stored,
            Iterator<SignedHead> others,
            Predicate<SignedHead> genuine) {
        this.head = head;
        this.stored = stored;
        this.others = others;
        this.genuine = genuine;
        this.other = others.hasNext() ? others.next() : null;
    }

    @Override
    public void accept(Frame frame) {
        record.of(frame).hash(leaf);
        tree.append(leaf);
        if (tree.size() <= head.sequence()) {
            stored.compare(leaf);
        }
        decideAgain(frame);
        lookAtOthers();
        if (tree.size() == head.sequence()) {
            rootHash = HexFormat.of().formatHex(tree.root());
            LedgerState state = replay.machine().state();
            stateHash = digits(state.hashHigh(), state.hashLow());
        }
    }

    /** Frames that were checked. */
    public long frames() {
        return tree.size();
    }

    /**
     * What is wrong, the worst first, a sentence each; empty if the journal is the one under the
     * head and legal throughout. Called once, after the last frame.
     */
    public List<String> findings() {
        stored.readTo(head.sequence());
        if (tree.size() < head.sequence()) {
            findings.add(
                    "the journal ends at sequence "
                            + tree.size()
                            + ", but the head was signed at sequence "
                            + head.sequence()
                            + ": what came after is gone");
        }
        boolean changed = tree.size() >= head.sequence() && !rootHash.equals(head.rootHash());
        if (changed || stored.differsUnder(head)) {
            findings.add(where());
        }
        if (!notApplied.isEmpty()) {
            findings.add(notApplied);
        }
        findings.addAll(replay.differences());
        LedgerState state = replay.machine().state();
        String journal = digits(state.settings().journalIdHigh(), state.settings().journalIdLow());
        if (!journal.equals(head.journal())) {
            findings.add("this is journal " + journal + ", the head is of " + head.journal());
        }
        boolean reached = !stateHash.isEmpty() && notApplied.isEmpty();
        if (reached && !changed && !stateHash.equals(head.stateHash())) {
            findings.add(
                    "the state after sequence "
                            + head.sequence()
                            + " has the hash "
                            + stateHash
                            + ", but the head says "
                            + head.stateHash());
        }
        return List.copyOf(findings);
    }

    private void decideAgain(Frame frame) {
        if (!notApplied.isEmpty()) {
            return;
        }
        try {
            replay.accept(frame);
        } catch (RuntimeException e) {
            // A state machine trusts its journal; what a forger wrote may break any assumption.
            notApplied =
                    "sequence " + frame.sequence() + ": the frame cannot be applied (" + e + ")";
        }
    }

    private void lookAtOthers() {
        SignedHead next = other;
        while (firstBad == 0 && next != null && next.sequence() <= tree.size()) {
            if (next.sequence() == tree.size()) {
                if (HexFormat.of().formatHex(tree.root()).equals(next.rootHash())) {
                    lastGood = next.sequence();
                } else if (genuine.test(next)) {
                    firstBad = next.sequence();
                }
            }
            next = others.hasNext() ? others.next() : null;
            other = next;
        }
    }

    private String where() {
        if (stored.differsUnder(head)) {
            return "the frame at sequence "
                    + stored.firstDifference()
                    + " is not the one under the head of sequence "
                    + head.sequence()
                    + ": it was changed, removed, or inserted";
        }
        return "a frame from sequence "
                + (lastGood + 1)
                + " to "
                + (firstBad == 0 ? head.sequence() : Math.min(firstBad, head.sequence()))
                + " is not the one under the head of sequence "
                + head.sequence()
                + ": it was changed, removed, or inserted";
    }

    private static String digits(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
