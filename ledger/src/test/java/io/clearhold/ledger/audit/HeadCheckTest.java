package io.clearhold.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.replay.Replay;
import io.clearhold.ledger.state.LedgerState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forger has the journal, and mends every checksum; he has not the key. */
class HeadCheckTest {
    private static final int FRAMES = 120;
    private static final int HEAD = 100;
    private static final int LENGTHS = 32;
    private static final int LENGTHS_END = 44;
    private static final int SEQUENCE = 8;

    @TempDir Path folder;

    @Test
    void shouldFindNothingWrongWithWhatWasSigned() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    assertThat(check(frames, head(frames, HEAD), stored(frames))).isEmpty();
                    assertThat(check(frames, head(frames, 1), none())).isEmpty();
                    assertThat(check(frames, head(frames, FRAMES), none())).isEmpty();
                });
    }

    @Test
    void shouldNameTheFrameInWhichAnyByteWasChanged() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    SignedHead head = head(frames, HEAD);
                    for (int i = 0; i < 30; i++) {
                        int at = random.nextInt(HEAD);
                        List<byte[]> forged = new ArrayList<>(frames);
                        forged.set(at, changed(frames.get(at), random));
                        assertThat(check(forged, head, stored(frames)).getFirst())
                                .contains("the frame at sequence " + (at + 1) + " is not the one");
                    }
                });
    }

    @Test
    void shouldNameTheFrameThatWasRemoved() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    int at = random.nextInt(HEAD - 1);
                    List<byte[]> forged = new ArrayList<>(frames);
                    forged.remove(at);
                    assertThat(check(renumbered(forged), head(frames, HEAD), stored(frames)))
                            .first()
                            .asString()
                            .contains("the frame at sequence " + (at + 1) + " is not the one");
                });
    }

    @Test
    void shouldNameTheFrameThatWasInserted() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    int at = 1 + random.nextInt(HEAD - 1);
                    List<byte[]> forged = new ArrayList<>(frames);
                    forged.add(at, changed(frames.get(at - 1), random));
                    assertThat(check(renumbered(forged), head(frames, HEAD), stored(frames)))
                            .first()
                            .asString()
                            .contains("the frame at sequence " + (at + 1) + " is not the one");
                });
    }

    @Test
    void shouldFindThatTheEndWasCutOff() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    int left = 1 + random.nextInt(HEAD - 1);
                    assertThat(check(frames.subList(0, left), head(frames, HEAD), none()))
                            .first()
                            .asString()
                            .contains("ends at sequence " + left)
                            .contains("signed at sequence " + HEAD);
                });
    }

    @Test
    void shouldNarrowItDownByOtherHeadsWhenThereIsNoTree() {
        Seeds.forEach(
                2,
                random -> {
                    List<byte[]> frames = history(random);
                    List<SignedHead> others =
                            List.of(head(frames, 20), head(frames, 40), head(frames, 60));
                    List<byte[]> forged = new ArrayList<>(frames);
                    forged.set(29, changed(frames.get(29), random));
                    assertThat(check(forged, head(frames, HEAD), none(), others.iterator()))
                            .first()
                            .asString()
                            .contains("a frame from sequence 21 to 40 is not the one");
                });
    }

    @Test
    void shouldNotBelieveLeavesThatNoHeadWasSignedOver() {
        Seeds.forEach(
                1,
                random -> {
                    List<byte[]> frames = history(random);
                    List<byte[]> forged = new ArrayList<>(frames);
                    forged.set(29, changed(frames.get(29), random));
                    SignedHead head = head(frames, HEAD);
                    assertThat(check(frames, head, stored(forged))).isEmpty();
                    assertThat(check(forged, head, stored(forged)).getFirst())
                            .contains("a frame from sequence 1 to " + HEAD);
                });
    }

    @Test
    void shouldDecideEveryFrameAgainAlsoAboveTheHead() {
        Seeds.forEach(
                1,
                random -> {
                    List<byte[]> frames = history(random);
                    List<byte[]> forged = new ArrayList<>(frames);
                    int last = FRAMES - 1;
                    byte[] frame = frames.get(last).clone();
                    // The last byte of the last event, or of the result where there is none.
                    frame[frame.length - 1] ^= 1;
                    forged.set(last, mended(frame));
                    assertThat(check(forged, head(frames, HEAD), none())).isNotEmpty();
                });
    }

    private List<String> check(List<byte[]> frames, SignedHead head, StoredLeaves stored) {
        return check(frames, head, stored, Collections.emptyIterator());
    }

    private static List<String> check(
            List<byte[]> frames,
            SignedHead head,
            StoredLeaves stored,
            Iterator<SignedHead> others) {
        assertThat(AuditFixture.VERIFIER.verifies(head)).isTrue();
        HeadCheck check = new HeadCheck(head, stored, others, AuditFixture.VERIFIER::verifies);
        frames.forEach(bytes -> check.accept(load(bytes)));
        return check.findings();
    }

    private static List<byte[]> history(Random random) {
        MachineFixture ledger = new MachineFixture().withoutChecks();
        RandomCommands commands = new RandomCommands(ledger, random);
        while (ledger.frames().size() < FRAMES) {
            commands.step();
        }
        return List.copyOf(ledger.frames().subList(0, FRAMES));
    }

    private static SignedHead head(List<byte[]> frames, int sequence) {
        Replay replay = new Replay(false);
        List<byte[]> records = new ArrayList<>();
        FrameRecord record = new FrameRecord();
        for (byte[] bytes : frames.subList(0, sequence)) {
            Frame frame = load(bytes);
            replay.accept(frame);
            records.add(record.of(frame).toBytes());
        }
        LedgerState state = replay.machine().state();
        HexFormat hex = HexFormat.of();
        return AuditFixture.KEY.sign(
                new SignedHead(
                        hex.toHexDigits(state.settings().journalIdHigh())
                                + hex.toHexDigits(state.settings().journalIdLow()),
                        sequence,
                        hex.toHexDigits(state.hashHigh()) + hex.toHexDigits(state.hashLow()),
                        hex.formatHex(PlainTree.root(records)),
                        "2026-11-22T08:00:00.000Z",
                        "",
                        ""));
    }

    private StoredLeaves none() {
        return new StoredLeaves(folder.resolve("nothing"));
    }

    private StoredLeaves stored(List<byte[]> frames) throws IOException {
        Path own = Files.createTempDirectory(folder, "tree");
        FrameRecord record = new FrameRecord();
        byte[] leaf = new byte[TreeHash.LENGTH];
        try (TreeFiles tree = new TreeFiles(own, 0)) {
            for (byte[] bytes : frames) {
                record.of(load(bytes)).hash(leaf);
                tree.append(leaf);
            }
            tree.flush();
        }
        return new StoredLeaves(own);
    }

    /** Any byte that a forger may change and still have a frame. */
    private static byte[] changed(byte[] frame, Random random) {
        byte[] changed = frame.clone();
        int at;
        do {
            at = 5 + random.nextInt(frame.length - 5);
        } while ((at >= LENGTHS && at < LENGTHS_END) || (at >= SEQUENCE && at < SEQUENCE + 8));
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return mended(changed);
    }

    private static List<byte[]> renumbered(List<byte[]> frames) {
        List<byte[]> renumbered = new ArrayList<>();
        for (byte[] frame : frames) {
            byte[] copy = frame.clone();
            ByteBuffer.wrap(copy)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(SEQUENCE, renumbered.size() + 1L);
            renumbered.add(mended(copy));
        }
        return renumbered;
    }

    private static byte[] mended(byte[] frame) {
        CRC32C crc = new CRC32C();
        crc.update(frame, Integer.BYTES, frame.length - Integer.BYTES);
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(0, (int) crc.getValue());
        return frame;
    }

    private static Frame load(byte[] bytes) {
        Frame frame = new Frame();
        frame.buffer().putBytes(0, bytes);
        assertThat(frame.load(bytes.length)).isTrue();
        return frame;
    }
}
