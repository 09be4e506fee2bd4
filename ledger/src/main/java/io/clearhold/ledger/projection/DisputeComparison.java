package io.clearhold.ledger.projection;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.money.Currencies;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.DisputeTable.Step;
import io.clearhold.ledger.state.EvidenceTable;
import io.clearhold.ledger.state.LedgerState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Disputes and their evidence in the view and in the state, field by field. */
final class DisputeComparison {
    private final Connection connection;
    private final LedgerState state;
    private final Differences differences;

    DisputeComparison(Connection connection, LedgerState state, Differences differences) {
        this.connection = connection;
        this.state = state;
        this.differences = differences;
    }

    void run() throws SQLException {
        DisputeTable table = state.disputes();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM disputes")) {
            while (row.next()) {
                count++;
                differences.comparedRow();
                String what = ObjectId.toText(IdKind.DISPUTE, row.getLong("id"));
                int index = table.find(row.getLong("id"));
                if (index < 0) {
                    differences.add(what + " is in the view, but not in the state");
                } else {
                    dispute(what, row, index);
                }
            }
        }
        differences.compare("disputes", "count", count, table.size());
        evidence();
    }

    private void dispute(String what, ResultSet row, int index) throws SQLException {
        DisputeTable table = state.disputes();
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        text(what, row, "escalated_by", party(table.escalatedBy(index)));
        text(what, row, "ended_by", party(table.endedBy(index)));
        number(what, row, "payment", table.payment(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "amount_frozen", table.frozen(index));
        number(what, row, "buyer_amount", table.buyerAmount(index));
        number(what, row, "seller_amount", table.sellerAmount(index));
        number(what, row, "refund", table.refund(index));
        number(what, row, "respond_by_ms", table.respondByMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        for (Step step : Step.values()) {
            String name = step.name().toLowerCase(Locale.ROOT);
            number(what, row, name + "_sequence", table.sequenceOf(index, step));
            number(what, row, name + "_at_ms", table.timeOf(index, step));
        }
        int payment = state.payments().find(table.payment(index));
        number(what, row, "platform", state.payments().platform(payment));
        number(what, row, "payee", state.payments().payee(payment));
        number(what, row, "payer", state.payments().payer(payment));
    }

    private void evidence() throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM dispute_evidence")) {
            while (row.next()) {
                count++;
                differences.comparedRow();
                int dispute = state.disputes().find(row.getLong("dispute"));
                int place = row.getInt("place");
                String what =
                        "evidence "
                                + place
                                + " of "
                                + ObjectId.toText(IdKind.DISPUTE, row.getLong("dispute"));
                if (dispute < 0 || place >= state.disputes().evidenceCount(dispute)) {
                    differences.add(what + " is in the view, but not in the state");
                } else {
                    piece(what, row, pieceOf(dispute, place));
                }
            }
        }
        differences.compare("dispute_evidence", "count", count, state.evidence().size());
    }

    private void piece(String what, ResultSet row, int index) throws SQLException {
        EvidenceTable table = state.evidence();
        text(what, row, "by", table.by(index).label());
        number(what, row, "sequence", table.sequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
    }

    private int pieceOf(int dispute, int place) {
        int piece = state.disputes().lastEvidence(dispute);
        for (int at = state.disputes().evidenceCount(dispute) - 1; at > place; at--) {
            piece = state.evidence().previous(piece);
        }
        return piece;
    }

    private static String party(int code) {
        return code == 0 ? "none" : DisputeParty.of(code).label();
    }

    private void number(String what, ResultSet row, String column, long inState)
            throws SQLException {
        differences.compare(what, column, row.getLong(column), inState);
    }

    private void text(String what, ResultSet row, String column, String inState)
            throws SQLException {
        differences.compare(what, column, row.getString(column), inState);
    }
}
