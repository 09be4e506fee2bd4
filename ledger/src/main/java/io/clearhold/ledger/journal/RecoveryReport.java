package io.clearhold.ledger.journal;

import java.util.List;

/**
 * What recovery found.
 *
 * @param frames read and applied
 * @param lastSequence of the last one
 * @param cut sentences about damage above the synced mark that was cut away; empty when nothing was
 *     damaged
 */
public record RecoveryReport(long frames, long lastSequence, List<String> cut) {}
