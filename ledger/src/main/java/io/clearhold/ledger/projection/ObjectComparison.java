package io.clearhold.ledger.projection;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.KeyTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneTable;
import io.clearhold.ledger.state.PaymentLinkTable;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.PayoutTable;
import io.clearhold.ledger.state.RefundTable;
import io.clearhold.ledger.state.SplitTable;
import io.clearhold.ledger.state.StatementTable;
import io.clearhold.ledger.state.TopUpTable;
import io.clearhold.ledger.state.TransferTable;
import io.clearhold.ledger.state.WebhookEndpointTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Every object that both the view and the state know, field by field, and how many there are. */
final class ObjectComparison {
    /** Rows that the driver holds at a time. */
    private static final int FETCH_SIZE = 1000;

    /** Compares one row with the record at an index of the state. */
    private interface RowComparison {
        void compare(String what, ResultSet row, int index) throws SQLException;
    }

    /** Finds a record of the state. */
    private interface Finder {
        int find(long id);
    }

    private final Connection connection;
    private final LedgerState state;
    private final Differences differences;

    ObjectComparison(Connection connection, LedgerState state, Differences differences) {
        this.connection = connection;
        this.state = state;
        this.differences = differences;
    }

    void run() throws SQLException {
        PaymentTable payments = state.payments();
        each("payments", IdKind.PAYMENT, payments::find, payments.size(), this::payment);
        splits();
        milestones();
        PaymentLinkTable links = state.paymentLinks();
        each("payment_links", IdKind.PAYMENT_LINK, links::find, links.size(), this::paymentLink);
        RefundTable refunds = state.refunds();
        each("refunds", IdKind.REFUND, refunds::find, refunds.size(), this::refund);
        new DisputeComparison(connection, state, differences).run();
        PayoutTable payouts = state.payouts();
        each("payouts", IdKind.PAYOUT, payouts::find, payouts.size(), this::payout);
        AccountTable accounts = state.accounts();
        each("accounts", IdKind.ACCOUNT, accounts::find, accounts.size(), this::account);
        TransferTable transfers = state.transfers();
        each("transfers", IdKind.TRANSFER, transfers::find, transfers.size(), this::transfer);
        TopUpTable topUps = state.topUps();
        each("topups", IdKind.TOPUP, topUps::find, topUps.size(), this::topUp);
        KeyTable keys = state.keys();
        each("keys", IdKind.KEY, keys::find, keys.size(), this::key);
        WebhookEndpointTable endpoints = state.webhookEndpoints();
        each(
                "webhook_endpoints",
                IdKind.WEBHOOK_ENDPOINT,
                endpoints::find,
                endpoints.size(),
                this::webhookEndpoint);
        InstructionTable instructions = state.instructions();
        each(
                "instructions",
                IdKind.INSTRUCTION,
                instructions::find,
                instructions.size(),
                this::instruction);
        StatementTable statements = state.statements();
        each("statements", IdKind.STATEMENT, statements::find, statements.size(), this::statement);
        BreakTable breaks = state.breaks();
        each("breaks", IdKind.BREAK, breaks::find, breaks.size(), this::unexplained);
        ChargebackTable chargebacks = state.chargebacks();
        each(
                "chargebacks",
                IdKind.CHARGEBACK,
                chargebacks::find,
                chargebacks.size(),
                this::chargeback);
        ApprovalTable approvals = state.approvals();
        each("approvals", IdKind.APPROVAL, approvals::find, approvals.size(), this::approval);
    }

    private void statement(String what, ResultSet row, int index) throws SQLException {
        StatementTable table = state.statements();
        text(what, row, "status", table.status(index).label());
        text(what, row, "format", table.format(index).label());
        number(what, row, "channel", table.channel(index));
        number(what, row, "lines", table.lines(index));
        number(what, row, "matched", table.matched(index));
        number(what, row, "breaks", table.breaks(index));
        number(what, row, "duplicates", table.duplicates(index));
        number(what, row, "quarantined", table.quarantined(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "findings_sequence", table.findingsSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
    }

    private void unexplained(String what, ResultSet row, int index) throws SQLException {
        BreakTable table = state.breaks();
        text(what, row, "type", table.type(index).label());
        text(what, row, "direction", table.direction(index).label());
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        number(what, row, "channel", table.channel(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "payment", table.payment(index));
        number(what, row, "instruction", table.instruction(index));
        number(what, row, "statement", table.statement(index));
        number(what, row, "line", table.line(index));
        text(what, row, "treatment", table.treatment(index).label());
        int action = table.action(index);
        text(what, row, "action", action == 0 ? "none" : BreakAction.of(action).label());
        number(what, row, "assigned_sequence", table.assignedSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
    }

    private void chargeback(String what, ResultSet row, int index) throws SQLException {
        ChargebackTable table = state.chargebacks();
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        number(what, row, "payment", table.payment(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "cost", table.cost(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "instruction", table.instruction(index));
        number(what, row, "respond_by_ms", table.respondByMs(index));
        number(what, row, "evidence_sequence", table.evidenceSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "last_sequence", table.lastSequence(index));
    }

    private void approval(String what, ResultSet row, int index) throws SQLException {
        ApprovalTable table = state.approvals();
        text(what, row, "kind", table.kind(index).label());
        text(what, row, "status", table.status(index).label());
        number(what, row, "subject", table.subject(index));
        number(what, row, "first", table.number(index, 0));
        number(what, row, "second", table.number(index, 1));
        number(what, row, "third", table.number(index, 2));
        number(what, row, "fourth", table.number(index, 3));
        number(what, row, "fifth", table.number(index, 4));
        number(what, row, "failure", table.failure(index));
        number(what, row, "failure_first", table.failureFirst(index));
        number(what, row, "failure_second", table.failureSecond(index));
        number(what, row, "proposer", table.proposer(index));
        number(what, row, "decider", table.decider(index));
        number(what, row, "expires_at_ms", table.expiresAtMs(index));
        number(what, row, "decided_at_ms", table.decidedAtMs(index));
        number(what, row, "decision_sequence", table.decisionSequence(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
    }

    private void each(String table, IdKind kind, Finder finder, int size, RowComparison comparison)
            throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                while (row.next()) {
                    count++;
                    differences.comparedRow();
                    long id = row.getLong("id");
                    String what = ObjectId.toText(kind, id);
                    int index = finder.find(id);
                    if (index < 0) {
                        differences.add(what + " is in the view, but not in the state");
                    } else {
                        comparison.compare(what, row, index);
                    }
                }
            }
        }
        differences.compare(table, "count", count, size);
    }

    private void payment(String what, ResultSet row, int index) throws SQLException {
        PaymentTable table = state.payments();
        text(what, row, "status", table.status(index).label());
        text(what, row, "mode", table.mode(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        text(what, row, "creator_role", table.creatorRole(index).label());
        text(what, row, "last_error", table.lastError(index).label());
        text(what, row, "fee_kind", table.feeKind(index).name().toLowerCase(Locale.ROOT));
        int closing = table.closing(index);
        text(what, row, "closing", closing == 0 ? "none" : Cause.of(closing).label());
        number(what, row, "platform", table.platform(index));
        number(what, row, "creator", state.extras().creator(index));
        number(what, row, "payee", table.payee(index));
        number(what, row, "payer", table.payer(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "amount_collected", table.collected(index));
        number(what, row, "amount_held", table.held(index));
        number(what, row, "amount_released", table.released(index));
        number(what, row, "amount_refunded", table.refunded(index));
        number(what, row, "amount_charged_back", state.extras().chargedBack(index));
        number(what, row, "fee_value", table.feeValue(index));
        number(what, row, "fee_min", state.extras().feeMin(index));
        number(what, row, "fee_max", state.extras().feeMax(index));
        number(what, row, "fee_fixed", table.feeFixed(index));
        number(what, row, "fee_taken", table.feeTaken(index) - state.givenBack().amount(index, 0));
        number(what, row, "pay_by_ms", table.payByMs(index));
        number(what, row, "ship_by_ms", table.shipByMs(index));
        number(what, row, "auto_confirm_after_seconds", table.autoConfirmAfterSeconds(index));
        number(what, row, "auto_confirm_at_ms", table.autoConfirmAtMs(index));
        number(what, row, "extended_seconds", state.extras().extendedSeconds(index));
        number(what, row, "attempt", table.attempt(index));
        number(what, row, "instruction", table.instruction(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "wallet", table.wallet(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "shipment_sequence", table.shipmentSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "amount_frozen", state.extras().frozen(index));
        number(what, row, "dispute", state.extras().dispute(index));
        flag(what, row, "ship_by_passed", table.shipByPassed(index));
        flag(what, row, "auto_refund", table.autoRefund(index));
    }

    private void splits() throws SQLException {
        PaymentTable payments = state.payments();
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery("SELECT * FROM splits")) {
                while (row.next()) {
                    count++;
                    differences.comparedRow();
                    long payment = row.getLong("payment");
                    int place = row.getInt("place");
                    String what =
                            "split " + place + " of " + ObjectId.toText(IdKind.PAYMENT, payment);
                    int index = payments.find(payment);
                    if (index < 0 || place >= payments.splitCount(index)) {
                        differences.add(what + " is in the view, but not in the state");
                    } else {
                        split(what, row, index, place);
                    }
                }
            }
        }
        long expected = 0;
        for (int i = 0; i < payments.size(); i++) {
            expected += payments.splitCount(i);
        }
        differences.compare("splits", "count", count, expected);
    }

    private void paymentLink(String what, ResultSet row, int index) throws SQLException {
        PaymentLinkTable table = state.paymentLinks();
        text(what, row, "status", table.active(index) ? "active" : "inactive");
        text(what, row, "mode", table.mode(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        number(what, row, "amount", table.amount(index));
        number(what, row, "payee", table.payee(index));
        number(what, row, "platform", table.platform(index));
        number(what, row, "max_uses", table.maxUses(index));
        number(what, row, "expires_at_ms", table.expiresAtMs(index));
        number(what, row, "uses", table.uses(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
    }

    private void milestones() throws SQLException {
        PaymentTable payments = state.payments();
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery("SELECT * FROM milestones")) {
                while (row.next()) {
                    count++;
                    differences.comparedRow();
                    long payment = row.getLong("payment");
                    int place = row.getInt("place");
                    String what =
                            "milestone "
                                    + place
                                    + " of "
                                    + ObjectId.toText(IdKind.PAYMENT, payment);
                    int index = payments.find(payment);
                    if (index < 0 || place >= state.extras().milestoneCount(index)) {
                        differences.add(what + " is in the view, but not in the state");
                    } else {
                        milestone(what, row, state.extras().firstMilestone(index) + place);
                    }
                }
            }
        }
        long expected = 0;
        for (int i = 0; i < payments.size(); i++) {
            expected += state.extras().milestoneCount(i);
        }
        differences.compare("milestones", "count", count, expected);
    }

    private void milestone(String what, ResultSet row, int index) throws SQLException {
        MilestoneTable table = state.milestones();
        text(what, row, "status", table.status(index).label());
        number(what, row, "amount", table.amount(index));
        number(what, row, "amount_held", table.held(index));
        number(what, row, "amount_released", table.released(index));
        number(what, row, "amount_refunded", table.refunded(index));
        number(what, row, "amount_charged_back", table.chargedBack(index));
        number(what, row, "amount_frozen", table.frozen(index));
        number(what, row, "auto_confirm_at_ms", table.autoConfirmAtMs(index));
        number(what, row, "shipment_sequence", table.shipmentSequence(index));
    }

    private void split(String what, ResultSet row, int payment, int place) throws SQLException {
        SplitTable table = state.splits();
        int index = state.payments().firstSplit(payment) + place;
        text(what, row, "kind", table.kind(index).name().toLowerCase(Locale.ROOT));
        number(what, row, "account", table.account(index));
        number(what, row, "value", table.value(index));
        number(what, row, "fixed", table.fixed(index));
        long givenBack = state.givenBack().amount(payment, place + 1);
        number(what, row, "taken", table.taken(index) - givenBack);
    }

    private void refund(String what, ResultSet row, int index) throws SQLException {
        RefundTable table = state.refunds();
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        text(what, row, "failure", table.failure(index).label());
        number(what, row, "payment", table.payment(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        int payment = state.payments().find(table.payment(index));
        number(what, row, "platform", state.payments().platform(payment));
        number(what, row, "payee", state.payments().payee(payment));
        number(what, row, "payer", state.payments().payer(payment));
    }

    private void payout(String what, ResultSet row, int index) throws SQLException {
        PayoutTable table = state.payouts();
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        text(what, row, "failure", table.failure(index).label());
        number(what, row, "account", table.account(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "instruction", table.instruction(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        flag(what, row, "has_destination", table.hasDestination(index));
        flag(what, row, "held", table.held(index));
        int account = state.accounts().find(table.account(index));
        number(what, row, "platform", state.accounts().platform(account));
    }

    private void transfer(String what, ResultSet row, int index) throws SQLException {
        TransferTable table = state.transfers();
        text(what, row, "currency", Currencies.code(table.currency(index)));
        number(what, row, "sender", table.from(index));
        number(what, row, "recipient", table.to(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "last_sequence", table.sequence(index));
        int sender = state.accounts().find(table.from(index));
        number(what, row, "platform", state.accounts().platform(sender));
    }

    private void topUp(String what, ResultSet row, int index) throws SQLException {
        TopUpTable table = state.topUps();
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        text(what, row, "failure", table.failure(index).label());
        number(what, row, "account", table.account(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "instruction", table.instruction(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        int account = state.accounts().find(table.account(index));
        number(what, row, "platform", state.accounts().platform(account));
    }

    private void account(String what, ResultSet row, int index) throws SQLException {
        AccountTable table = state.accounts();
        text(what, row, "type", table.type(index).label());
        text(what, row, "status", table.status(index).label());
        text(what, row, "fee_kind", table.feeKind(index).name().toLowerCase(Locale.ROOT));
        number(what, row, "platform", table.platform(index));
        number(what, row, "fee_value", table.feeValue(index));
        number(what, row, "fee_min", table.feeMin(index));
        number(what, row, "fee_max", table.feeMax(index));
        number(what, row, "reserve_bps", table.reserveBps(index));
        number(what, row, "reserve_days", table.reserveDays(index));
        text(what, row, "payout_interval", state.schedules().interval(index).label());
        number(what, row, "payout_delay_days", state.schedules().delayDays(index));
        number(what, row, "payout_minimum", state.schedules().minimum(index));
        number(what, row, "next_payout_ms", state.schedules().nextMs(index));
        number(what, row, "payouts_from_ms", table.payoutsFromMs(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        flag(what, row, "has_bank_account", table.hasBankAccount(index));
    }

    private void key(String what, ResultSet row, int index) throws SQLException {
        KeyTable table = state.keys();
        text(what, row, "role", table.role(index).label());
        number(what, row, "platform", table.platform(index));
        number(what, row, "account", table.account(index));
        number(what, row, "generation", table.generation(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "last_sequence", table.lastSequence(index));
        flag(what, row, "revoked", table.revoked(index));
    }

    private void webhookEndpoint(String what, ResultSet row, int index) throws SQLException {
        WebhookEndpointTable table = state.webhookEndpoints();
        text(what, row, "owner_role", table.ownerRole(index).label());
        text(what, row, "status", table.status(index).label());
        number(what, row, "platform", table.platform(index));
        number(what, row, "account", table.account(index));
        number(what, row, "generation", table.generation(index));
        number(what, row, "previous_valid_until_ms", table.previousValidUntilMs(index));
        number(what, row, "created_at_ms", table.createdAtMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        number(what, row, "last_sequence", table.lastSequence(index));
    }

    private void instruction(String what, ResultSet row, int index) throws SQLException {
        InstructionTable table = state.instructions();
        text(what, row, "kind", table.kind(index).label());
        text(what, row, "status", table.status(index).label());
        text(what, row, "currency", Currencies.code(table.currency(index)));
        number(what, row, "subject", table.subject(index));
        number(what, row, "payment", table.payment(index));
        number(what, row, "channel", table.channel(index));
        number(what, row, "amount", table.amount(index));
        number(what, row, "rung", table.rung(index));
        number(what, row, "claimed_at_ms", table.claimedAtMs(index));
        number(what, row, "next_action_ms", table.nextActionMs(index));
        number(what, row, "text_sequence", table.textSequence(index));
        flag(what, row, "closing", table.closing(index));
        flag(what, row, "proven", table.proven(index));
        flag(what, row, "return_proven", table.returnProven(index));
    }

    private void number(String what, ResultSet row, String column, long inState)
            throws SQLException {
        differences.compare(what, column, row.getLong(column), inState);
    }

    private void text(String what, ResultSet row, String column, String inState)
            throws SQLException {
        differences.compare(what, column, row.getString(column), inState);
    }

    private void flag(String what, ResultSet row, String column, boolean inState)
            throws SQLException {
        differences.compare(
                what, column, Boolean.toString(row.getBoolean(column)), Boolean.toString(inState));
    }
}
