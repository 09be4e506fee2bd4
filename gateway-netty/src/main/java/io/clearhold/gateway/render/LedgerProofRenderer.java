package io.clearhold.gateway.render;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import java.util.Base64;
import java.util.List;

/** What outsiders check the ledger by. */
public final class LedgerProofRenderer {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName JOURNAL = JsonName.of("journal");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName STATE_HASH = JsonName.of("state_hash");
    private static final JsonName TREE_SIZE = JsonName.of("tree_size");
    private static final JsonName ROOT_HASH = JsonName.of("root_hash");
    private static final JsonName SIGNED_AT = JsonName.of("signed_at");
    private static final JsonName SIGNATURE = JsonName.of("signature");
    private static final JsonName KEYID = JsonName.of("keyid");
    private static final JsonName ALGORITHM = JsonName.of("algorithm");
    private static final JsonName PUBLIC_KEY = JsonName.of("public_key");
    private static final JsonName FRAME_HASH = JsonName.of("frame_hash");
    private static final JsonName LEAF_INDEX = JsonName.of("leaf_index");
    private static final JsonName PATH = JsonName.of("path");
    private static final JsonName FROM = JsonName.of("from");
    private static final JsonName TO = JsonName.of("to");
    private static final JsonName FROM_ROOT = JsonName.of("from_root_hash");
    private static final JsonName TO_ROOT = JsonName.of("to_root_hash");
    private static final JsonName CREATED_AT = JsonName.of("created_at");
    private static final JsonName REQUEST_DIGEST = JsonName.of("request_digest");
    private static final JsonName FORMAT = JsonName.of("format");
    private static final JsonName SHARD = JsonName.of("shard");
    private static final JsonName RENDERER = JsonName.of("renderer");
    private static final JsonName LOG_TIME_MS = JsonName.of("log_time_ms");
    private static final JsonName SYNCED_SEQUENCE = JsonName.of("synced_sequence");
    private static final JsonName COMMAND_HASH = JsonName.of("command_hash");
    private static final JsonName RESULT_HASH = JsonName.of("result_hash");
    private static final JsonName EVENTS_HASH = JsonName.of("events_hash");
    private static final JsonName RESULT = JsonName.of("result");
    private static final JsonName HEAD = JsonName.of("head");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName HAS_MORE = JsonName.of("has_more");

    private LedgerProofRenderer() {}

    public static void head(LedgerProofs.SignedHead head, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "ledger_head");
        out.member(JOURNAL, head.journal());
        out.name(SEQUENCE).quoted(head.sequence());
        out.member(STATE_HASH, head.stateHash());
        out.member(TREE_SIZE, head.sequence());
        out.member(ROOT_HASH, head.rootHash());
        out.member(SIGNED_AT, head.signedAt());
        out.member(SIGNATURE, head.signature());
        out.member(KEYID, head.keyId());
        out.endObject();
    }

    public static void keys(LedgerProofs.SigningKey key, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "list");
        out.name(DATA).beginArray().beginObject();
        out.member(OBJECT, "signing_key");
        out.member(KEYID, key.keyId());
        out.member(ALGORITHM, "ed25519");
        out.member(PUBLIC_KEY, key.publicKey());
        out.endObject().endArray();
        out.member(HAS_MORE, false);
        out.endObject();
    }

    public static void inclusion(LedgerProofs.Inclusion proof, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "ledger_proof");
        out.name(SEQUENCE).quoted(proof.sequence());
        out.member(FRAME_HASH, proof.frameHash());
        out.member(LEAF_INDEX, proof.sequence() - 1);
        out.member(TREE_SIZE, proof.treeSize());
        out.member(ROOT_HASH, proof.rootHash());
        path(proof.path(), out);
        out.endObject();
    }

    public static void consistency(LedgerProofs.Consistency proof, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "ledger_consistency");
        out.member(FROM, proof.from());
        out.member(TO, proof.to());
        out.member(FROM_ROOT, proof.fromRoot());
        out.member(TO_ROOT, proof.toRoot());
        path(proof.path(), out);
        out.endObject();
    }

    /** Everything that the record of the frame is made of, its path, and the head above it. */
    public static void receipt(
            Frame frame,
            FrameRecord record,
            LedgerProofs.Inclusion proof,
            LedgerProofs.SignedHead head,
            JsonWriter out) {
        byte[] result = new byte[frame.resultLength()];
        frame.buffer().getBytes(frame.resultOffset(), result);
        out.beginObject();
        out.member(OBJECT, "ledger_receipt");
        out.name(SEQUENCE).quoted(frame.sequence());
        out.memberTime(CREATED_AT, frame.logTimeMs());
        out.member(REQUEST_DIGEST, record.requestDigest());
        out.member(FORMAT, Frame.FORMAT);
        out.member(SHARD, frame.shard());
        out.member(RENDERER, frame.renderer());
        out.member(LOG_TIME_MS, frame.logTimeMs());
        out.member(SYNCED_SEQUENCE, frame.syncedSequence());
        out.member(COMMAND_HASH, record.commandHash());
        out.member(RESULT_HASH, record.resultHash());
        out.member(EVENTS_HASH, record.eventsHash());
        out.member(RESULT, Base64.getEncoder().encodeToString(result));
        out.member(FRAME_HASH, proof.frameHash());
        out.member(LEAF_INDEX, proof.sequence() - 1);
        path(proof.path(), out);
        out.name(HEAD);
        head(head, out);
        out.endObject();
    }

    private static void path(List<String> hashes, JsonWriter out) {
        out.name(PATH).beginArray();
        for (String hash : hashes) {
            out.string(hash);
        }
        out.endArray();
    }
}
