package io.clearhold.ledger.projection.list;

/**
 * An event as the view has it.
 *
 * @param ordinal its place in its frame
 * @param payment that it is about, 0 if none
 * @param subject the refund, payout or account that it is about, 0 if none
 * @param facts a JSON object
 * @param postings a JSON array, empty text if it moved no money
 */
public record EventRow(
        long sequence,
        int ordinal,
        String type,
        long atMs,
        long payment,
        long subject,
        String facts,
        String postings) {}
