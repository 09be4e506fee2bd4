package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.CLIENT_SECRET;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PAYER_SECRET;
import static io.clearhold.core.lifecycle.Role.PLATFORM;
import static io.clearhold.gateway.operation.Route.FILE;
import static io.clearhold.gateway.operation.Route.IGNORED;
import static io.clearhold.gateway.operation.Route.RAW;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BatchEnvelope;
import io.clearhold.gateway.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The one table of routes: what exists, who may call it at all, and what its body is. Which object
 * a caller sees and on which side of it he stands, the ledger decides.
 */
public final class Routes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final Set<Role> STAFF = Set.of(OPERATOR, AUDITOR);
    private static final Set<Role> WHOLE_BOOK = Set.of(PLATFORM, OPERATOR, AUDITOR);
    private static final Set<Role> PAYMENT_READERS =
            Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR, CLIENT_SECRET, PAYER_SECRET);
    private static final Set<Role> PAYERS =
            Set.of(PLATFORM, ACCOUNT, OPERATOR, CLIENT_SECRET, PAYER_SECRET);
    private static final Set<Role> CONFIRMERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, PAYER_SECRET);

    private Routes() {}

    /** The operations of the contract. */
    public static List<Route> of(GatewayParts parts) {
        ViewAccess views = new ViewAccess(parts.views(), parts.settings());
        List<Route> all = new ArrayList<>(objects(parts, views));
        all.addAll(DisputeRoutes.of(views));
        all.addAll(WebhookRoutes.of(parts, views));
        all.addAll(LedgerProofRoutes.of(parts));
        all.addAll(ChargebackRoutes.of(views));
        all.addAll(PaymentLinkRoutes.of(views));
        all.addAll(ApprovalRoutes.of(parts, views));
        all.addAll(LedgerClockRoutes.of());
        all.addAll(WalletRoutes.of(parts, views));
        return all;
    }

    private static List<Route> objects(GatewayParts parts, ViewAccess views) {
        GatewaySettings settings = parts.settings();
        return List.of(
                post(
                        "createAccount",
                        "/v1/accounts",
                        Set.of(PLATFORM, OPERATOR),
                        CreateAccount.FIELDS,
                        new CreateAccount()),
                get("listAccounts", "/v1/accounts", READERS, new ListAccounts(views)),
                get("getAccount", "/v1/accounts/{account}", READERS, new GetObject(IdKind.ACCOUNT)),
                json(
                        "updateAccount",
                        "PATCH",
                        "/v1/accounts/{account}",
                        KEYS,
                        UpdateAccount.FIELDS,
                        new UpdateAccount()),
                json(
                        "setPricing",
                        "PUT",
                        "/v1/accounts/{account}/pricing",
                        Set.of(PLATFORM, OPERATOR),
                        FeeTerms.FIELDS,
                        new SetPricing()),
                json(
                        "setReserve",
                        "PUT",
                        "/v1/accounts/{account}/reserve",
                        Set.of(PLATFORM, OPERATOR),
                        SetReserve.FIELDS,
                        new SetReserve()),
                get("getBalance", "/v1/accounts/{account}/balance", READERS, new GetBalance()),
                get(
                        "listEntries",
                        "/v1/accounts/{account}/entries",
                        READERS,
                        new ListEntries(views)),
                get("listKeys", "/v1/keys", READERS, new ListKeys(views)),
                get("getKey", "/v1/keys/{key}", READERS, new GetObject(IdKind.KEY)),
                post(
                        "createKey",
                        "/v1/accounts/{account}/keys",
                        KEYS,
                        CreateKey.FIELDS,
                        new CreateKey()),
                json(
                        "revokeKey",
                        "DELETE",
                        "/v1/keys/{key}",
                        KEYS,
                        JsonFields.NONE,
                        new RevokeKey(parts.keys())),
                post(
                        "createPayment",
                        "/v1/payments",
                        KEYS,
                        CreatePayment.FIELDS,
                        new CreatePayment(settings)),
                get("listPayments", "/v1/payments", READERS, new ListPayments(views)),
                get(
                        "getPayment",
                        "/v1/payments/{payment}",
                        PAYMENT_READERS,
                        new GetObject(IdKind.PAYMENT)),
                json(
                        "updatePayment",
                        "PATCH",
                        "/v1/payments/{payment}",
                        KEYS,
                        PaymentPatch.FIELDS,
                        new UpdatePayment()),
                post(
                        "payPayment",
                        "/v1/payments/{payment}/pay",
                        PAYERS,
                        PayPayment.FIELDS,
                        new PayPayment(settings)),
                post(
                        "cancelPayment",
                        "/v1/payments/{payment}/cancel",
                        KEYS,
                        JsonFields.NONE,
                        new CancelPayment()),
                post(
                        "shipPayment",
                        "/v1/payments/{payment}/ship",
                        KEYS,
                        ShipPayment.FIELDS,
                        new ShipPayment()),
                post(
                        "extendPayment",
                        "/v1/payments/{payment}/extend",
                        KEYS,
                        ExtendPayment.FIELDS,
                        new ExtendPayment()),
                post(
                        "confirmPayment",
                        "/v1/payments/{payment}/confirm",
                        CONFIRMERS,
                        ConfirmPayment.FIELDS,
                        new ConfirmPayment()),
                post(
                        "createRefund",
                        "/v1/payments/{payment}/refunds",
                        KEYS,
                        CreateRefund.FIELDS,
                        new CreateRefund()),
                get(
                        "getStory",
                        "/v1/payments/{payment}/story",
                        PAYMENT_READERS,
                        new GetStory(settings.storyFrameLimit())),
                get(
                        "listPaymentRefunds",
                        "/v1/payments/{payment}/refunds",
                        READERS,
                        new ListPaymentRefunds(views)),
                get("listRefunds", "/v1/refunds", READERS, new ListRefunds(views)),
                get("getRefund", "/v1/refunds/{refund}", READERS, new GetObject(IdKind.REFUND)),
                post(
                        "createPayout",
                        "/v1/payouts",
                        KEYS,
                        CreatePayout.FIELDS,
                        new CreatePayout(settings)),
                get("listPayouts", "/v1/payouts", READERS, new ListPayouts(views)),
                get("getPayout", "/v1/payouts/{payout}", READERS, new GetObject(IdKind.PAYOUT)),
                post(
                        "cancelPayout",
                        "/v1/payouts/{payout}/cancel",
                        KEYS,
                        JsonFields.NONE,
                        new CancelPayout()),
                get("listEvents", "/v1/events", READERS, new ListEvents(views)),
                get("getEvent", "/v1/events/{event}", READERS, new GetEvent(views)),
                get(
                        "getTrialBalance",
                        "/v1/ledger/trial_balance",
                        WHOLE_BOOK,
                        new GetTrialBalance()),
                new Route(
                        "importStatement",
                        "POST",
                        "/v1/statements",
                        Set.of(OPERATOR),
                        FILE,
                        new ImportStatement(parts.statementDesk())),
                get(
                        "listStatements",
                        "/v1/statements",
                        STAFF,
                        new ListStatements(views, parts.proof())),
                get(
                        "getStatement",
                        "/v1/statements/{statement}",
                        STAFF,
                        new GetObject(IdKind.STATEMENT)),
                get("listBreaks", "/v1/breaks", STAFF, new ListBreaks(views, parts.proof())),
                get("getBreak", "/v1/breaks/{break}", STAFF, new GetObject(IdKind.BREAK)),
                get(
                        "listSettlements",
                        "/v1/settlements",
                        READERS,
                        new ListSettlements(views, parts.proof())),
                get(
                        "getSettlement",
                        "/v1/settlements/{settlement}",
                        READERS,
                        new GetSettlement(views, parts.proof())),
                get(
                        "getSettlementFile",
                        "/v1/settlements/{settlement}/file",
                        READERS,
                        new GetSettlementFile(views, parts.proof())),
                get(
                        "getReconciliation",
                        "/v1/reconciliations/{date}",
                        STAFF,
                        new GetReconciliation(views, parts.proof())),
                get(
                        "getSafeguarding",
                        "/v1/safeguarding",
                        STAFF,
                        new GetSafeguarding(views, parts.proof())),
                post("batch", "/v1/batch", KEYS, BatchEnvelope.FIELDS, new Operation.Batch()),
                post(
                        "advanceClock",
                        "/v1/sandbox/clock",
                        Set.of(OPERATOR),
                        AdvanceClock.FIELDS,
                        new AdvanceClock(parts.clock())),
                get(
                        "getBankStatement",
                        "/v1/sandbox/bank/statement",
                        Set.of(OPERATOR),
                        new GetBankStatement(parts.bankStatements())),
                new Route(
                        "receiveCallback",
                        "POST",
                        "/callbacks/{channel}",
                        Set.of(),
                        RAW,
                        new ReceiveCallback(parts.callbacks())));
    }

    private static Route get(String name, String pattern, Set<Role> roles, Operation operation) {
        return new Route(name, "GET", pattern, roles, IGNORED, operation);
    }

    private static Route post(
            String name, String pattern, Set<Role> roles, JsonFields fields, Operation operation) {
        return json(name, "POST", pattern, roles, fields, operation);
    }

    private static Route json(
            String name,
            String method,
            String pattern,
            Set<Role> roles,
            JsonFields fields,
            Operation operation) {
        return new Route(name, method, pattern, roles, new Route.Body.Json(fields), operation);
    }
}
