package io.clearhold.gateway.console;

import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.proof.BreakStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The lists of the contract, as pages and as parts of others. */
final class Lists {
    private Lists() {}

    static ListPage paymentsPage() {
        return new ListPage(
                "Payments",
                "listPayments",
                List.of("status", "payee", "reference"),
                payments("Payments, newest first"),
                form ->
                        form.choice(
                                        "Status",
                                        "status",
                                        labels(PaymentStatus.values(), PaymentStatus::label))
                                .field("Payee", "payee")
                                .field("Reference", "reference"));
    }

    static ListPage refundsPage() {
        return new ListPage(
                "Refunds",
                "listRefunds",
                List.of("status", "payment"),
                refunds("Refunds, newest first"),
                form ->
                        form.choice(
                                        "Status",
                                        "status",
                                        labels(RefundStatus.values(), RefundStatus::label))
                                .field("Payment", "payment"));
    }

    static ListPage payoutsPage() {
        Table table =
                new Table("Payouts, newest first")
                        .text("Payout", "id")
                        .text("Status", "status")
                        .money("Amount", "amount")
                        .text("Account", "account")
                        .text("Created", "created_at");
        return new ListPage(
                "Payouts",
                "listPayouts",
                List.of("status", "account"),
                table,
                form ->
                        form.choice(
                                        "Status",
                                        "status",
                                        labels(PayoutStatus.values(), PayoutStatus::label))
                                .field("Account", "account"));
    }

    static ListPage accountsPage() {
        return new ListPage(
                "Accounts",
                "listAccounts",
                List.of("type", "reference"),
                accounts("Accounts, newest first"),
                form ->
                        form.choice(
                                        "Type",
                                        "type",
                                        labels(AccountType.values(), AccountType::label))
                                .field("Reference", "reference"));
    }

    /** What is open comes first: without another wish only that is shown. */
    static ListPage breaksPage() {
        return new ListPage(
                        "Breaks",
                        "listBreaks",
                        List.of("status", "payment"),
                        breaks("Breaks, newest first"),
                        form ->
                                form.choice(
                                                "Status",
                                                "status",
                                                labels(BreakStatus.values(), BreakStatus::label))
                                        .field("Payment", "payment"))
                .unlessAsked("status", BreakStatus.OPEN.label());
    }

    static ListPage statementsPage() {
        Table table =
                new Table("Bank statements, newest first")
                        .text("Statement", "id")
                        .text("Status", "status")
                        .text("Channel", "channel")
                        .text("Format", "format")
                        .number("Lines", "lines")
                        .number("Matched", "matched")
                        .number("Breaks", "breaks")
                        .text("Imported", "created_at");
        return new ListPage("Statements", "listStatements", List.of(), table, form -> {});
    }

    static ListPage settlementsPage() {
        Table table =
                new Table("Settlements, newest first")
                        .text("Settlement", "id")
                        .text("Day", "date")
                        .text("Status", "status")
                        .text("Account", "account")
                        .text("Ready", "created_at");
        return new ListPage(
                "Settlements",
                "listSettlements",
                List.of("date", "account"),
                table,
                form -> form.field("Day (YYYY-MM-DD)", "date").field("Account", "account"));
    }

    static Table payments(String caption) {
        return new Table(caption)
                .text("Payment", "id")
                .text("Status", "status")
                .money("Amount", "amount")
                .money("Held", "amount_held")
                .text("Reference", "reference")
                .text("Payee", "payee")
                .text("Created", "created_at");
    }

    static Table refunds(String caption) {
        return new Table(caption)
                .text("Refund", "id")
                .text("Status", "status")
                .money("Amount", "amount")
                .text("Payment", "payment")
                .text("Reason", "reason")
                .text("Created", "created_at");
    }

    static Table accounts(String caption) {
        return new Table(caption)
                .text("Account", "id")
                .text("Name", "name")
                .text("Type", "type")
                .text("Status", "status")
                .text("Reference", "reference")
                .text("Created", "created_at");
    }

    static Table breaks(String caption) {
        return new Table(caption)
                .text("Break", "id")
                .text("Status", "status")
                .text("Type", "type")
                .text("Direction", "direction")
                .money("Amount", "amount")
                .text("Payment", "payment")
                .text("Treatment", "treatment")
                .text("Opened", "created_at");
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toList();
    }
}
