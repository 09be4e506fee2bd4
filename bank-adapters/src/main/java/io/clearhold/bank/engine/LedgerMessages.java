package io.clearhold.bank.engine;

import io.clearhold.core.codec.ClaimInstructionEncoder;
import io.clearhold.core.codec.GetClockEncoder;
import io.clearhold.core.codec.GetOpenInstructionsEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.ReportOutcomeEncoder;
import io.clearhold.core.codec.StepClockEncoder;
import io.clearhold.core.codec.TickEncoder;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.Role;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes the few commands and queries that banks need. All come from the server itself: role
 * {@link Role#SYSTEM}, no idempotency key, because the state of the instruction already refuses
 * what was done before.
 */
public final class LedgerMessages {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private LedgerMessages() {}

    public static LedgerMessage claimInstruction(long instruction) {
        ClaimInstructionEncoder encoder = new ClaimInstructionEncoder();
        encoder.wrapAndApplyHeader(
                room(ClaimInstructionEncoder.BLOCK_LENGTH), 0, new MessageHeaderEncoder());
        system(encoder.origin());
        encoder.instruction(instruction);
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    /**
     * What a bank said of an instruction.
     *
     * @param amount of {@link BankOutcome#SETTLED} the minor units that moved; of {@link
     *     BankOutcome#UNKNOWN} and {@link BankOutcome#REJECTED} the code of the {@link
     *     io.clearhold.core.lifecycle.FailureReason}; otherwise 0
     * @param currency of {@link BankOutcome#SETTLED} the ISO 4217 number; otherwise 0
     * @param text {@code "bank_reference":"…","reason":"…"}, each where there is one
     */
    public static LedgerMessage reportOutcome(
            long instruction,
            BankOutcome outcome,
            Evidence evidence,
            long amount,
            int currency,
            String text) {
        return reportOutcome(instruction, outcome, evidence, amount, 0, currency, text);
    }

    /** The same with what the bank charges for it. */
    public static LedgerMessage reportOutcome(
            long instruction,
            BankOutcome outcome,
            Evidence evidence,
            long amount,
            long cost,
            int currency,
            String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ReportOutcomeEncoder encoder = new ReportOutcomeEncoder();
        encoder.wrapAndApplyHeader(
                room(
                        ReportOutcomeEncoder.BLOCK_LENGTH
                                + ReportOutcomeEncoder.textHeaderLength()
                                + bytes.length),
                0,
                new MessageHeaderEncoder());
        system(encoder.origin());
        encoder.instruction(instruction)
                .outcome((short) outcome.code())
                .evidence((short) evidence.code())
                .amount(amount)
                .currency(currency)
                .cost(cost)
                .putText(bytes, 0, bytes.length);
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    public static LedgerMessage getOpenInstructions(long afterInstruction, int atMost) {
        GetOpenInstructionsEncoder encoder = new GetOpenInstructionsEncoder();
        encoder.wrapAndApplyHeader(
                room(GetOpenInstructionsEncoder.BLOCK_LENGTH), 0, new MessageHeaderEncoder());
        system(encoder.origin());
        encoder.afterInstruction(afterInstruction).atMost(atMost);
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    public static LedgerMessage getClock() {
        GetClockEncoder encoder = new GetClockEncoder();
        encoder.wrapAndApplyHeader(
                room(GetClockEncoder.BLOCK_LENGTH), 0, new MessageHeaderEncoder());
        system(encoder.origin());
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    public static LedgerMessage stepClock(long toMs) {
        StepClockEncoder encoder = new StepClockEncoder();
        encoder.wrapAndApplyHeader(
                room(StepClockEncoder.BLOCK_LENGTH), 0, new MessageHeaderEncoder());
        system(encoder.origin());
        encoder.toMs(toMs);
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    public static LedgerMessage tick(int atMost) {
        TickEncoder encoder = new TickEncoder();
        encoder.wrapAndApplyHeader(room(TickEncoder.BLOCK_LENGTH), 0, new MessageHeaderEncoder());
        system(encoder.origin());
        encoder.atMost(atMost);
        return new LedgerMessage(encoder.buffer(), HEADER + encoder.encodedLength());
    }

    /** Fresh and therefore zero: an origin has no other fields of ours. */
    private static MutableDirectBuffer room(int length) {
        return new UnsafeBuffer(new byte[HEADER + length]);
    }

    private static void system(OriginEncoder origin) {
        origin.role((short) Role.SYSTEM.code());
    }
}
