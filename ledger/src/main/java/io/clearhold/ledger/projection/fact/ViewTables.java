package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Table;
import java.util.List;

/** The tables whose rows change; events and entries are only added to. */
public final class ViewTables {
    private ViewTables() {}

    public static List<Table> changing() {
        return List.of(
                PaymentColumns.TABLE,
                SplitColumns.TABLE,
                MilestoneColumns.TABLE,
                PaymentLinkColumns.TABLE,
                RefundColumns.TABLE,
                DisputeColumns.TABLE,
                EvidenceColumns.TABLE,
                ChargebackColumns.TABLE,
                PayoutColumns.TABLE,
                TransferColumns.TABLE,
                TopUpColumns.TABLE,
                AccountColumns.TABLE,
                KeyColumns.TABLE,
                InstructionColumns.TABLE,
                StatementColumns.TABLE,
                BreakColumns.TABLE,
                ApprovalColumns.TABLE,
                WebhookEndpointColumns.TABLE);
    }
}
