package io.clearhold.ledger.projection.list;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.MilestoneRow;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.SplitRow;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.WebhookEndpointRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From a row of the database to a row of a list. */
final class RowReaders {
    private RowReaders() {}

    /** Without its splits, which are read for a whole page. */
    static PaymentRow payment(ResultSet row) throws SQLException {
        boolean pending = row.getString("status").equals(PaymentStatus.PENDING.label());
        return new PaymentRow(
                row.getLong("id"),
                row.getLong("platform"),
                code(Role.class, row, "creator_role"),
                row.getLong("creator"),
                row.getLong("payee"),
                row.getLong("payer"),
                code(PaymentStatus.class, row, "status"),
                code(PaymentMode.class, row, "mode"),
                currency(row),
                new PaymentRow.Amounts(
                        row.getLong("amount"),
                        row.getLong("amount_collected"),
                        row.getLong("amount_held"),
                        row.getLong("amount_released"),
                        row.getLong("amount_refunded"),
                        row.getLong("amount_charged_back"),
                        row.getLong("fee_taken"),
                        row.getLong("amount_frozen")),
                row.getLong("pay_by_ms"),
                row.getLong("ship_by_ms"),
                row.getBoolean("auto_refund"),
                row.getLong("auto_confirm_after_seconds"),
                row.getLong("auto_confirm_at_ms"),
                row.getInt("attempt"),
                pending && row.getString("closing").equals("request"),
                code(FailureReason.class, row, "last_error"),
                row.getLong("dispute"),
                List.of(),
                List.of(),
                text(row, "text"),
                row.getLong("text_sequence"),
                text(row, "shipment"),
                row.getLong("shipment_sequence"),
                row.getLong("shipped_at_ms"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static SplitRow split(ResultSet row) throws SQLException {
        return new SplitRow(
                row.getLong("account"),
                code(ShareKind.class, row, "kind"),
                row.getLong("value"),
                row.getLong("fixed"),
                row.getLong("taken"));
    }

    static MilestoneRow milestone(ResultSet row) throws SQLException {
        return new MilestoneRow(
                code(MilestoneStatus.class, row, "status"),
                row.getLong("amount"),
                row.getLong("amount_held"),
                row.getLong("amount_released"),
                row.getLong("amount_refunded"),
                row.getLong("amount_charged_back"),
                row.getLong("auto_confirm_at_ms"),
                row.getLong("shipment_sequence"),
                row.getLong("shipped_at_ms"),
                text(row, "shipment"));
    }

    static PaymentLinkRow paymentLink(ResultSet row) throws SQLException {
        return new PaymentLinkRow(
                row.getLong("id"),
                row.getLong("platform"),
                row.getLong("payee"),
                row.getLong("amount"),
                currency(row),
                code(PaymentMode.class, row, "mode"),
                row.getLong("pay_within_seconds"),
                row.getLong("ship_within_seconds"),
                row.getBoolean("auto_refund"),
                row.getLong("auto_confirm_after_seconds"),
                code(ShareKind.class, row, "fee_kind"),
                row.getLong("fee_value"),
                row.getLong("fee_min"),
                row.getLong("fee_max"),
                row.getLong("max_uses"),
                row.getLong("expires_at_ms"),
                row.getLong("uses"),
                row.getString("status").equals("active"),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static RefundRow refund(ResultSet row) throws SQLException {
        return new RefundRow(
                row.getLong("id"),
                row.getLong("payment"),
                code(RefundStatus.class, row, "status"),
                row.getLong("amount"),
                currency(row),
                code(FailureReason.class, row, "failure"),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static ChargebackRow chargeback(ResultSet row) throws SQLException {
        return new ChargebackRow(
                row.getLong("id"),
                row.getLong("payment"),
                code(ChargebackStatus.class, row, "status"),
                row.getLong("amount"),
                row.getLong("cost"),
                currency(row),
                row.getLong("respond_by_ms"),
                text(row, "text"),
                row.getLong("text_sequence"),
                text(row, "evidence"),
                row.getLong("evidence_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    /** Without its evidence, which is read for a whole page. */
    static DisputeRow dispute(ResultSet row) throws SQLException {
        return new DisputeRow(
                row.getLong("id"),
                row.getLong("payment"),
                code(DisputeStatus.class, row, "status"),
                currency(row),
                row.getLong("amount"),
                row.getLong("amount_frozen"),
                row.getLong("buyer_amount"),
                row.getLong("seller_amount"),
                row.getLong("refund"),
                row.getLong("respond_by_ms"),
                text(row, "text"),
                row.getLong("text_sequence"),
                step(row, "rejected", 0),
                step(row, "agreed", 0),
                step(row, "returned", 0),
                step(row, "escalated", party(row, "escalated_by")),
                step(row, "ended", party(row, "ended_by")),
                List.of(),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static DisputeRow.Piece piece(ResultSet row) throws SQLException {
        return new DisputeRow.Piece(
                party(row, "by"),
                row.getLong("sequence"),
                row.getLong("created_at_ms"),
                text(row, "text"));
    }

    private static DisputeRow.Step step(ResultSet row, String name, int by) throws SQLException {
        return new DisputeRow.Step(
                row.getLong(name + "_sequence"), row.getLong(name + "_at_ms"), by, text(row, name));
    }

    private static int party(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name.equals("none") ? 0 : code(DisputeParty.class, row, column).code();
    }

    static PayoutRow payout(ResultSet row) throws SQLException {
        return new PayoutRow(
                row.getLong("id"),
                row.getLong("account"),
                code(PayoutStatus.class, row, "status"),
                row.getLong("amount"),
                currency(row),
                row.getInt("channel"),
                row.getBoolean("has_destination"),
                row.getBoolean("held"),
                code(FailureReason.class, row, "failure"),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static TransferRow transfer(ResultSet row) throws SQLException {
        return new TransferRow(
                row.getLong("id"),
                row.getLong("sender"),
                row.getLong("recipient"),
                row.getLong("amount"),
                currency(row),
                text(row, "text"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static TopUpRow topUp(ResultSet row) throws SQLException {
        return new TopUpRow(
                row.getLong("id"),
                row.getLong("account"),
                code(TopUpStatus.class, row, "status"),
                row.getLong("amount"),
                currency(row),
                row.getInt("channel"),
                code(FailureReason.class, row, "failure"),
                text(row, "text"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getLong("platform"),
                code(AccountType.class, row, "type"),
                code(AccountStatus.class, row, "status"),
                row.getBoolean("has_bank_account"),
                code(ShareKind.class, row, "fee_kind"),
                row.getLong("fee_value"),
                row.getLong("fee_min"),
                row.getLong("fee_max"),
                row.getInt("reserve_bps"),
                row.getInt("reserve_days"),
                new AccountRow.Payouts(
                        code(PayoutInterval.class, row, "payout_interval"),
                        row.getInt("payout_delay_days"),
                        row.getLong("payout_minimum"),
                        row.getLong("next_payout_ms"),
                        row.getLong("payouts_from_ms")),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static KeyRow key(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getLong("id"),
                code(Role.class, row, "role"),
                row.getLong("platform"),
                row.getLong("account"),
                row.getInt("generation"),
                row.getBoolean("revoked"),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static WebhookEndpointRow webhookEndpoint(ResultSet row) throws SQLException {
        return new WebhookEndpointRow(
                row.getLong("id"),
                code(Role.class, row, "owner_role"),
                row.getLong("platform"),
                row.getLong("account"),
                code(WebhookEndpointStatus.class, row, "status"),
                row.getInt("generation"),
                row.getLong("previous_valid_until_ms"),
                text(row, "text"),
                row.getLong("text_sequence"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static ApprovalRow approval(ResultSet row) throws SQLException {
        return new ApprovalRow(
                row.getLong("id"),
                code(ApprovalKind.class, row, "kind"),
                code(ApprovalStatus.class, row, "status"),
                row.getLong("subject"),
                new ApprovalRow.Numbers(
                        row.getLong("first"),
                        row.getLong("second"),
                        row.getLong("third"),
                        row.getLong("fourth"),
                        row.getLong("fifth")),
                new ApprovalRow.Failure(
                        row.getInt("failure"),
                        row.getLong("failure_first"),
                        row.getLong("failure_second")),
                new ApprovalRow.Eyes(
                        row.getLong("proposer"),
                        row.getLong("proposer_sequence"),
                        text(row, "proposer_text"),
                        row.getLong("text_sequence"),
                        text(row, "text")),
                new ApprovalRow.Eyes(
                        row.getLong("decider"),
                        row.getLong("decider_sequence"),
                        text(row, "decider_text"),
                        row.getLong("decision_sequence"),
                        text(row, "decision")),
                row.getLong("expires_at_ms"),
                row.getLong("decided_at_ms"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    static EventRow event(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong("sequence"),
                row.getInt("ordinal"),
                row.getString("type"),
                row.getLong("at_ms"),
                row.getLong("platform"),
                row.getLong("account"),
                row.getLong("payer"),
                row.getLong("payment"),
                row.getLong("subject"),
                row.getString("facts"),
                text(row, "postings"));
    }

    static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getLong("sequence"),
                row.getInt("ordinal"),
                row.getInt("place"),
                code(AccountKind.class, row, "kind"),
                currency(row),
                row.getLong("amount"),
                row.getString("type"),
                row.getLong("payment"),
                row.getLong("at_ms"));
    }

    private static <E extends Enum<E>> E code(Class<E> type, ResultSet row, String column)
            throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    private static int currency(ResultSet row) throws SQLException {
        return Currencies.number(row.getString("currency"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
