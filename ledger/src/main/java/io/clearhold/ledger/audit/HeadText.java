package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import java.nio.charset.StandardCharsets;

/**
 * What a signature of a head covers: eight lines of ASCII, each ended by a line feed. Whoever
 * checks one makes these lines himself from the head's fields.
 */
final class HeadText {
    private HeadText() {}

    static byte[] of(SignedHead head) {
        String text =
                "clearhold ledger head 1\n"
                        + ("journal: " + head.journal() + "\n")
                        + ("sequence: " + head.sequence() + "\n")
                        + ("state_hash: " + head.stateHash() + "\n")
                        + ("tree_size: " + head.sequence() + "\n")
                        + ("root_hash: " + head.rootHash() + "\n")
                        + ("signed_at: " + head.signedAt() + "\n")
                        + ("keyid: " + head.keyId() + "\n");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
