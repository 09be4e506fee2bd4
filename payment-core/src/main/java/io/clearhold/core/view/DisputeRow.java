package io.clearhold.core.view;

import io.clearhold.core.lifecycle.DisputeStatus;
import java.util.List;

/**
 * A dispute as the view has it; the same fields as the core's DisputeResult, with its texts.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces: reason, description, evidence
 * @param evidence oldest first
 * @param sequence of its last frame
 */
public record DisputeRow(
        long id,
        long payment,
        DisputeStatus status,
        int currency,
        long amount,
        long frozen,
        long buyerAmount,
        long sellerAmount,
        long refund,
        long respondByMs,
        String text,
        long textSequence,
        Step rejected,
        Step agreed,
        Step returned,
        Step escalated,
        Step ended,
        List<Piece> evidence,
        long createdAtMs,
        long sequence) {
    /**
     * What happens at most once.
     *
     * @param sequence 0 if it did not happen
     * @param by the code of a DisputeParty, 0 where that goes without saying
     * @param text JSON members without braces: note, and of a return carrier and tracking_number
     */
    public record Step(long sequence, long atMs, int by, String text) {}

    /**
     * A piece of evidence.
     *
     * @param by the code of a DisputeParty
     * @param text JSON members without braces: text, files; empty if it came with the dispute
     */
    public record Piece(int by, long sequence, long createdAtMs, String text) {}

    /** The same dispute once its evidence was read. */
    public DisputeRow withEvidence(List<Piece> newEvidence) {
        return new DisputeRow(
                id,
                payment,
                status,
                currency,
                amount,
                frozen,
                buyerAmount,
                sellerAmount,
                refund,
                respondByMs,
                text,
                textSequence,
                rejected,
                agreed,
                returned,
                escalated,
                ended,
                newEvidence,
                createdAtMs,
                sequence);
    }
}
