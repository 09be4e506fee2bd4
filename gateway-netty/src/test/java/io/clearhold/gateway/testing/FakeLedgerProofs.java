package io.clearhold.gateway.testing;

import io.clearhold.core.port.LedgerProofs;
import java.util.HexFormat;
import java.util.List;

/** Proofs that prove nothing, of a tree as large as the test says. */
public final class FakeLedgerProofs implements LedgerProofs {
    public static final String HASH = "ab".repeat(32);

    private static final SigningKey KEY =
            new SigningKey("ed25519-" + "0f".repeat(16), "A".repeat(43) + "=");

    public volatile long size;
    public volatile String frameHash = HASH;

    @Override
    public SigningKey signingKey() {
        return KEY;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void awaitSize(long least) {
        if (size < least) {
            throw new NotProvableException("The proof is at sequence " + size + ".");
        }
    }

    @Override
    public SignedHead sign(long sequence, long stateHashHigh, long stateHashLow) {
        HexFormat hex = HexFormat.of();
        return new SignedHead(
                "cd".repeat(16),
                sequence,
                hex.toHexDigits(stateHashHigh) + hex.toHexDigits(stateHashLow),
                HASH,
                "2026-11-22T08:30:00.000Z",
                KEY.keyId(),
                "c2ln");
    }

    @Override
    public SignedHead headCovering(long sequence) {
        awaitSize(sequence);
        return sign(size, 1, 2);
    }

    @Override
    public Inclusion inclusion(long sequence, long treeSize) {
        return new Inclusion(sequence, treeSize, frameHash, HASH, List.of(HASH));
    }

    @Override
    public Consistency consistency(long from, long to) {
        return new Consistency(from, to, HASH, HASH, List.of());
    }
}
