package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.LedgerProofRenderer;
import io.clearhold.gateway.render.MediaType;

/**
 * {@code GET /v1/ledger/receipts/{sequence}}: shows that a request, at this place of the ledger,
 * came to this result. It is made of the journal and the tree, so every write has one for as long
 * as there is a journal; only the realm that made the write may see it.
 */
final class GetReceipt implements Operation.Slow {
    private final LedgerProofs proofs;

    GetReceipt(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void check(Request request) {
        long _ = SequenceParameter.of(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        long sequence = SequenceParameter.ofFrame(request, bench);
        Frame frame = new Frame();
        if (!bench.texts().read(sequence, frame)) {
            throw RequestRefused.of(
                    ProblemCode.UNAVAILABLE, "The frame of the receipt cannot be read at present.");
        }
        OriginDecoder origin = new OriginDecoder();
        origin.wrap(frame.buffer(), frame.commandOffset() + MessageHeaderEncoder.ENCODED_LENGTH);
        if (!isOwn(request.credential(), origin)) {
            throw SequenceParameter.none();
        }
        FrameRecord record = new FrameRecord().of(frame);
        LedgerProofs.SignedHead head = proofs.headCovering(sequence);
        LedgerProofs.Inclusion proof = proofs.inclusion(sequence, head.sequence());
        if (!proof.frameHash().equals(record.hash())) {
            throw new LedgerProofs.NotProvableException(
                    "The tree and the journal differ at this sequence.");
        }
        LedgerProofRenderer.receipt(frame, record, proof, head, answer.begin(200, MediaType.JSON));
    }

    /** Whether who asks is who made the write: the same account, platform, staff, or secret. */
    private static boolean isOwn(Credential credential, OriginDecoder origin) {
        Role writer = Role.of(origin.role());
        return switch (credential) {
            case Credential.ApiKey key ->
                    switch (key.role()) {
                        case ACCOUNT -> writer == Role.ACCOUNT && origin.subject() == key.account();
                        case PLATFORM ->
                                writer == Role.PLATFORM && origin.platform() == key.platform();
                        case OPERATOR, AUDITOR -> writer == Role.OPERATOR;
                        case SYSTEM, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
                    };
            case Credential.ClientSecret secret ->
                    writer == Role.CLIENT_SECRET && origin.subject() == secret.payment();
            // It is public: whoever has it need not have made the write.
            case Credential.LinkSecret secret -> false;
            case Credential.PayerSecret secret ->
                    writer == Role.PAYER_SECRET
                            && origin.subject() == secret.payment()
                            && origin.attempt() == secret.attempt();
        };
    }
}
