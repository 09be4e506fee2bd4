package io.clearhold.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.port.LedgerProofs.Inclusion;
import io.clearhold.core.port.LedgerProofs.NotProvableException;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.ledger.fixture.EngineFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of a ledger that runs. */
class LedgerAuditTest {
    @TempDir Path temporary;
    private Path journal = Path.of(".");
    private Path folder = Path.of(".");

    @BeforeEach
    void nameFolders() {
        journal = temporary.resolve("journal");
        folder = temporary.resolve("audit");
    }

    @Test
    void shouldSignTheRootOverEveryFrameThatWasAnswered() throws Exception {
        try (EngineFixture engine = configured();
                LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
            send(engine, 40);
            SignedHead head = AuditFixture.head(engine.engine(), audit);

            assertThat(head.sequence()).isEqualTo(41);
            assertThat(head.rootHash()).isEqualTo(hex(PlainTree.root(records(engine))));
            assertThat(head.journal()).hasSize(32);
            assertThat(AuditFixture.VERIFIER.verifies(head)).isTrue();
        }
    }

    @Test
    void shouldProveEachFrameByItsRecord() throws Exception {
        try (EngineFixture engine = configured();
                LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
            send(engine, 20);
            SignedHead head = AuditFixture.head(engine.engine(), audit);
            List<byte[]> records = records(engine);
            for (int sequence = 1; sequence <= records.size(); sequence++) {
                Inclusion proof = audit.inclusion(sequence, head.sequence());
                byte[] leaf = PlainTree.leaf(records.get(sequence - 1));
                List<byte[]> path =
                        proof.path().stream().map(hash -> HexFormat.of().parseHex(hash)).toList();
                assertThat(proof.frameHash()).isEqualTo(hex(leaf));
                assertThat(hex(PlainTree.climb(leaf, sequence - 1, head.sequence(), path)))
                        .isEqualTo(head.rootHash());
            }
        }
    }

    @Test
    void shouldComeToTheSameTreeAfterARestartAndAfterItWasDeleted() throws Exception {
        SignedHead before;
        try (EngineFixture engine = configured()) {
            send(engine, 30);
            try (LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
                before = AuditFixture.head(engine.engine(), audit);
            }
            assertThat(AuditFixture.positions(folder).load()).isEqualTo(31);
            send(engine, 5);
            try (LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
                SignedHead later = AuditFixture.head(engine.engine(), audit);
                assertThat(later.sequence()).isEqualTo(36);
                assertThat(audit.inclusion(1, 31).rootHash()).isEqualTo(before.rootHash());
            }
            for (int level = 0; level < 6; level++) {
                Files.delete(folder.resolve("level-0" + level));
            }
            try (LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
                audit.awaitSize(36);
                assertThat(audit.inclusion(1, 31).rootHash()).isEqualTo(before.rootHash());
            }
        }
    }

    @Test
    void shouldKeepAHeadWhenItStopsAndNoneWhenNothingHappened() throws Exception {
        try (EngineFixture engine = configured()) {
            send(engine, 3);
            AuditFixture.start(engine.engine(), folder).close();
            AuditFixture.start(engine.engine(), folder).close();
            send(engine, 1);
            AuditFixture.start(engine.engine(), folder).close();
        }
        List<String> lines = Files.readAllLines(folder.resolve("heads"));
        assertThat(lines).hasSize(2);
        SignedHead last = HeadJson.parse(lines.getLast());
        assertThat(last.sequence()).isEqualTo(5);
        assertThat(AuditFixture.VERIFIER.verifies(last)).isTrue();
        assertThat(new HeadFile(folder).last()).contains(last);
    }

    @Test
    void shouldMakeATreeAnewThatIsNotTheOneUnderItsHead() throws Exception {
        try (EngineFixture engine = configured()) {
            send(engine, 10);
            AuditFixture.start(engine.engine(), folder).close();
            byte[] hashes = Files.readAllBytes(folder.resolve("level-03"));
            hashes[5] ^= 1;
            Files.write(folder.resolve("level-03"), hashes);
            try (LedgerAudit audit = AuditFixture.start(engine.engine(), folder)) {
                audit.awaitSize(11);
                assertThat(AuditFixture.head(engine.engine(), audit).rootHash())
                        .isEqualTo(hex(PlainTree.root(records(engine))));
                assertThat(audit.trouble()).isEmpty();
            }
        }
    }

    @Test
    void shouldSignNothingThatContradictsAHead() throws Exception {
        try (EngineFixture engine = configured()) {
            send(engine, 10);
            AuditFixture.start(engine.engine(), folder).close();
        }
        try (EngineFixture other = new EngineFixture(temporary.resolve("other"))) {
            other.configure();
            send(other, 20);
            try (LedgerAudit audit = AuditFixture.start(other.engine(), folder)) {
                assertThatThrownBy(() -> AuditFixture.head(other.engine(), audit))
                        .isInstanceOf(NotProvableException.class)
                        .hasMessageContaining("contradicts a head");
                assertThat(audit.trouble()).contains("under the head of sequence 11");
            }
        }
    }

    @Test
    void shouldSayThatTheJournalEndsBeforeItsHead() throws Exception {
        try (EngineFixture engine = configured()) {
            send(engine, 10);
            AuditFixture.start(engine.engine(), folder).close();
        }
        AuditFixture.positions(folder).store(1);
        try (EngineFixture shorter = new EngineFixture(temporary.resolve("shorter"))) {
            shorter.configure();
            try (LedgerAudit audit = AuditFixture.start(shorter.engine(), folder)) {
                assertThatThrownBy(() -> AuditFixture.head(shorter.engine(), audit))
                        .isInstanceOf(NotProvableException.class);
            }
        }
        assertThat(Files.readAllLines(folder.resolve("heads"))).hasSize(1);
    }

    private EngineFixture configured() {
        EngineFixture engine = new EngineFixture(journal);
        engine.configure();
        return engine;
    }

    private static void send(EngineFixture engine, int commands) {
        for (int i = 0; i < commands; i++) {
            engine.send(engine.newAccount()).ok();
        }
    }

    /** The records of all frames, by a reader of its own. */
    private static List<byte[]> records(EngineFixture engine) {
        List<byte[]> records = new ArrayList<>();
        Frame frame = new Frame();
        FrameRecord record = new FrameRecord();
        for (byte[] bytes : engine.readAll()) {
            frame.buffer().putBytes(0, bytes);
            assertThat(frame.load(bytes.length)).isTrue();
            records.add(record.of(frame).toBytes());
        }
        return records;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
