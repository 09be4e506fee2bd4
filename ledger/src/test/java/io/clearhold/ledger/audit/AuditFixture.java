package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import io.clearhold.core.port.PositionStore;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.journal.PositionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;

/** The proof of an engine, with a key that everybody knows. */
final class AuditFixture {
    static final HeadKey KEY = new HeadKey(new byte[HeadKey.SEED_LENGTH]);

    static final HeadVerifier VERIFIER =
            new HeadVerifier(Base64.getDecoder().decode(KEY.publicKey().publicKey()));

    private static final AuditSettings QUICK = new AuditSettings(5, 20, 100_000, 10_000, 5, 10_000);

    private AuditFixture() {}

    static LedgerAudit start(Engine engine, Path folder) throws IOException {
        return LedgerAudit.start(
                engine, positions(folder), folder, KEY, QUICK, InstantSource.system());
    }

    static PositionStore positions(Path folder) {
        return new PositionFile(folder.resolve("position"));
    }

    /** A head of everything that was answered so far. */
    static SignedHead head(Engine engine, LedgerAudit audit) throws InterruptedException {
        StateQuery.Point point = StateQuery.ask(engine, 10_000);
        audit.awaitSize(point.sequence());
        return audit.sign(point.sequence(), point.hashHigh(), point.hashLow());
    }
}
