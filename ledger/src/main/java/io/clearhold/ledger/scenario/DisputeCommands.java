package io.clearhold.ledger.scenario;

import io.clearhold.core.codec.ActOnDisputeEncoder;
import io.clearhold.core.codec.AddEvidenceEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OpenDisputeEncoder;
import io.clearhold.core.codec.ResolveDisputeEncoder;
import io.clearhold.core.lifecycle.DisputeTrigger;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands about disputes. */
public final class DisputeCommands {
    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();
    private static final byte[] REASON =
            "\"reason\":\"not as described\",\"evidence\":{\"text\":\"a photo\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTE = "\"note\":\"see above\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EVIDENCE =
            "\"text\":\"a letter\",\"files\":[\"letter.pdf\"]".getBytes(StandardCharsets.UTF_8);

    private DisputeCommands() {}

    /** With amount 0: all that is not frozen. */
    public static Message open(Actor actor, long payment, long amount, boolean hasEvidence) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        OpenDisputeEncoder command = new OpenDisputeEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payment(payment)
                .amount(amount)
                .hasEvidence((short) (hasEvidence ? 1 : 0))
                .milestone(0)
                .putText(REASON, 0, REASON.length);
        return Commands.message(buffer, command);
    }

    public static Message act(Actor actor, long dispute, DisputeTrigger action) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ActOnDisputeEncoder command =
                new ActOnDisputeEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.dispute(dispute).action((short) action.code()).putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }

    public static Message addEvidence(Actor actor, long dispute) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        AddEvidenceEncoder command = new AddEvidenceEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.dispute(dispute).putText(EVIDENCE, 0, EVIDENCE.length);
        return Commands.message(buffer, command);
    }

    public static Message resolve(Actor actor, long dispute, long buyer, long seller) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ResolveDisputeEncoder command =
                new ResolveDisputeEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.dispute(dispute)
                .buyerAmount(buyer)
                .sellerAmount(seller)
                .putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }
}
