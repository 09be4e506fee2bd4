package io.clearhold.ledger.scenario;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AdjustLedgerEncoder;
import io.clearhold.core.codec.ApproveApprovalEncoder;
import io.clearhold.core.codec.AssignBreakEncoder;
import io.clearhold.core.codec.CreateKeyEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RejectApprovalEncoder;
import io.clearhold.core.codec.ReopenBreakEncoder;
import io.clearhold.core.codec.ResolveBreakEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.BreakAction;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands that need two persons, and the decisions about them. */
public final class FourEyesCommands {
    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();
    private static final byte[] NOTE = "\"note\":\"as agreed\"".getBytes(StandardCharsets.UTF_8);

    private FourEyesCommands() {}

    /**
     * A key of somebody of the operator's staff.
     *
     * @param person stands for who he is; 0 is nobody
     */
    public static Message createKey(long person) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreateKeyEncoder command = new CreateKeyEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        Actor.SYSTEM.put(command.origin());
        byte[] text = ("\"person\":\"" + person + "\"").getBytes(StandardCharsets.UTF_8);
        command.role((short) Role.OPERATOR.code())
                .generation(1)
                .personHigh(person)
                .personLow(person)
                .putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    public static Message approve(Actor actor, long approval) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ApproveApprovalEncoder command =
                new ApproveApprovalEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.approval(approval).putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }

    public static Message reject(Actor actor, long approval) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        RejectApprovalEncoder command =
                new RejectApprovalEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.approval(approval).putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }

    /** Own funds come, or are set aside. */
    public static Message adjust(Actor actor, AdjustmentType type, long amount, int currency) {
        return adjust(actor, type, 0, 0, amount, currency);
    }

    /** Own funds or fees go out. */
    public static Message withdraw(Actor actor, AccountKind from, long amount, int currency) {
        return adjust(actor, AdjustmentType.WITHDRAWAL, from.code(), 0, amount, currency);
    }

    /** A debt is borne. */
    public static Message writeOff(Actor actor, long account, long amount, int currency) {
        return adjust(actor, AdjustmentType.WRITE_OFF, 0, account, amount, currency);
    }

    public static Message assign(Actor actor, long breakId) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        AssignBreakEncoder command = new AssignBreakEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        byte[] text = "\"assigned_to\":\"Li\"".getBytes(StandardCharsets.UTF_8);
        command.breakId(breakId).putText(text, 0, text.length);
        return Commands.message(buffer, command);
    }

    /**
     * A break is to be explained.
     *
     * @param object the account, payment or movement that the action needs, 0 for none
     */
    public static Message resolve(Actor actor, long breakId, BreakAction action, long object) {
        return resolve(actor, breakId, action, object, 0);
    }

    public static Message resolve(
            Actor actor, long breakId, BreakAction action, long object, long amount) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ResolveBreakEncoder command =
                new ResolveBreakEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        boolean account = action == BreakAction.CREDIT || action == BreakAction.CHARGE;
        command.breakId(breakId)
                .action((short) action.code())
                .amount(amount)
                .account(account ? object : 0)
                .payment(action == BreakAction.APPLY ? object : 0)
                .movement(action == BreakAction.MATCH ? object : 0)
                .putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }

    public static Message reopen(Actor actor, long breakId) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ReopenBreakEncoder command = new ReopenBreakEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.breakId(breakId).putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }

    private static Message adjust(
            Actor actor, AdjustmentType type, int from, long account, long amount, int currency) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        AdjustLedgerEncoder command =
                new AdjustLedgerEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.type((short) type.code())
                .source((short) from)
                .channel((short) Commands.CHANNEL)
                .currency(currency)
                .account(account)
                .amount(amount)
                .putText(NOTE, 0, NOTE.length);
        return Commands.message(buffer, command);
    }
}
