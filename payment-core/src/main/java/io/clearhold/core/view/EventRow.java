package io.clearhold.core.view;

/**
 * An event as the view has it.
 *
 * @param ordinal its place in its frame
 * @param platform that may see it, 0 if none
 * @param account that it is about or that is paid, 0 if none
 * @param payer of its payment, 0 if none
 * @param payment that it is about, 0 if none
 * @param subject the refund, payout or account that it is about, 0 if none
 * @param facts a JSON object: id, object and status of what it is about, and what happened
 * @param postings a JSON array, empty text if it moved no money
 */
public record EventRow(
        long sequence,
        int ordinal,
        String type,
        long atMs,
        long platform,
        long account,
        long payer,
        long payment,
        long subject,
        String facts,
        String postings) {}
