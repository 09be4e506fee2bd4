/**
 * The proof of the ledger for outsiders: a Merkle tree over the frames of the journal (RFC 6962),
 * heads of it that are signed, and the check of a journal against such a head. All of it follows
 * the journal and can be made again from it, except the heads that were signed.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.audit;
