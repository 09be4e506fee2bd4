package io.clearhold.gateway.render;

import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.PayoutResultDecoder;
import io.clearhold.core.codec.RefundResultDecoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** The objects of accounts, keys, refunds and payouts. Confined to one thread. */
final class ObjectRenderers {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName EMAIL = JsonName.of("email");
    private static final JsonName BANK_ACCOUNT = JsonName.of("bank_account");
    private static final JsonName PAYOUT_SCHEDULE = JsonName.of("payout_schedule");
    private static final JsonName INTERVAL = JsonName.of("interval");
    private static final JsonName DELAY_DAYS = JsonName.of("delay_days");
    private static final JsonName MINIMUM = JsonName.of("minimum");
    private static final JsonName NEXT_AT = JsonName.of("next_at");
    private static final JsonName PAYOUTS_FROM = JsonName.of("payouts_from");
    private static final JsonName HELD = JsonName.of("held");
    private static final JsonName RESERVE = JsonName.of("reserve");
    private static final JsonName BPS = JsonName.of("bps");
    private static final JsonName DAYS = JsonName.of("days");
    private static final JsonName PRICING = JsonName.of("pricing");
    private static final JsonName ROLE = JsonName.of("role");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName REVOKED = JsonName.of("revoked");
    private static final JsonName SECRET = JsonName.of("secret");
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName FAILURE = JsonName.of("failure");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName URL = JsonName.of("url");
    private static final JsonName EVENTS = JsonName.of("events");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName PREVIOUS_SECRET_VALID_UNTIL =
            JsonName.of("previous_secret_valid_until");
    private static final JsonName DESTINATION = JsonName.of("destination");

    private final GatewaySettings settings;
    private final Secrets secrets;
    private final TextSource texts;
    private final BankAccounts bankAccounts = new BankAccounts();

    ObjectRenderers(GatewaySettings settings, Secrets secrets, TextSource texts) {
        this.settings = settings;
        this.secrets = secrets;
        this.texts = texts;
    }

    void account(AccountResultDecoder account, JsonWriter out) {
        TextMembers text = texts.at(account.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.ACCOUNT, account.account(), "account", out);
        out.member(TYPE, AccountType.of(account.type()).label());
        out.member(STATUS, AccountStatus.of(account.status()).label());
        text.copyOrNull(NAME, out);
        text.copyOrNull(REFERENCE, out);
        text.copyOrNull(EMAIL, out);
        bankAccounts.member(BANK_ACCOUNT, text, BANK_ACCOUNT, out);
        out.name(PRICING);
        Fees.value(account.feeKind(), account.feeValue(), account.feeMin(), account.feeMax(), out);
        out.name(RESERVE).beginObject();
        out.member(BPS, account.reserveBps());
        out.member(DAYS, account.reserveDays());
        out.endObject();
        out.name(PAYOUT_SCHEDULE).beginObject();
        out.member(INTERVAL, PayoutInterval.of(account.payoutInterval()).label());
        out.member(DELAY_DAYS, account.payoutDelayDays());
        out.member(MINIMUM, account.payoutMinimum());
        out.memberTime(NEXT_AT, account.nextPayoutMs());
        out.endObject();
        out.memberTime(PAYOUTS_FROM, account.payoutsFromMs());
        ObjectHead.metadata(text, out);
        ObjectHead.end(account.sequence(), account.createdAtMs(), out);
        out.endObject();
    }

    /** A key; its secret only in the answer that created it. */
    void key(KeyResultDecoder key, boolean showSecret, JsonWriter out) {
        out.beginObject();
        ObjectHead.write(IdKind.KEY, key.key(), "key", out);
        out.member(ROLE, Role.of(key.role()).label());
        out.member(ACCOUNT, IdKind.ACCOUNT, key.account());
        out.member(REVOKED, key.revoked() != 0);
        if (showSecret) {
            out.name(SECRET).beginString();
            byte[] target = out.reserve(Secrets.MAX_LENGTH);
            Role role = Role.of(key.role());
            int length = secrets.putApiKey(role, key.key(), key.generation(), target, out.length());
            out.advance(length).endString();
        } else {
            out.memberNull(SECRET);
        }
        ObjectHead.end(key.sequence(), key.createdAtMs(), out);
        out.endObject();
    }

    /**
     * A webhook endpoint; its secret only in the answers that made it.
     *
     * @param failing whether its deliveries fail
     */
    void webhookEndpoint(
            WebhookEndpointResultDecoder endpoint,
            boolean showSecret,
            boolean failing,
            JsonWriter out) {
        TextMembers text = texts.at(endpoint.textSequence());
        WebhookEndpointStatus status = WebhookEndpointStatus.of(endpoint.status());
        boolean fails = failing && status == WebhookEndpointStatus.ENABLED;
        out.beginObject();
        ObjectHead.write(IdKind.WEBHOOK_ENDPOINT, endpoint.endpoint(), "webhook_endpoint", out);
        out.member(STATUS, fails ? "failing" : status.label());
        text.copyOrNull(URL, out);
        text.copyOrNull(EVENTS, out);
        text.copyOrNull(DESCRIPTION, out);
        out.member(ACCOUNT, IdKind.ACCOUNT, endpoint.account());
        if (showSecret) {
            out.member(SECRET, secrets.webhookSecret(endpoint.endpoint(), endpoint.generation()));
        } else {
            out.memberNull(SECRET);
        }
        out.memberTime(PREVIOUS_SECRET_VALID_UNTIL, endpoint.previousValidUntilMs());
        ObjectHead.end(endpoint.sequence(), endpoint.createdAtMs(), out);
        out.endObject();
    }

    void refund(RefundResultDecoder refund, JsonWriter out) {
        TextMembers text = texts.at(refund.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.REFUND, refund.refund(), "refund", out);
        out.member(PAYMENT, IdKind.PAYMENT, refund.payment());
        out.member(AMOUNT, refund.amount());
        out.member(CURRENCY, Currencies.code(refund.currency()));
        out.member(STATUS, RefundStatus.of(refund.status()).label());
        text.copyOrNull(REASON, out);
        Failures.member(FAILURE, refund.failure(), out);
        ObjectHead.end(refund.sequence(), refund.createdAtMs(), out);
        out.endObject();
    }

    void payout(PayoutResultDecoder payout, JsonWriter out) {
        TextMembers text = texts.at(payout.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.PAYOUT, payout.payout(), "payout", out);
        out.member(ACCOUNT, IdKind.ACCOUNT, payout.account());
        out.member(AMOUNT, payout.amount());
        out.member(CURRENCY, Currencies.code(payout.currency()));
        out.member(STATUS, PayoutStatus.of(payout.status()).label());
        out.member(HELD, payout.held() != 0);
        out.member(CHANNEL, settings.channelName(payout.channel()));
        JsonName where = payout.hasDestination() == 0 ? BANK_ACCOUNT : DESTINATION;
        bankAccounts.member(DESTINATION, text, where, out);
        Failures.member(FAILURE, payout.failure(), out);
        ObjectHead.end(payout.sequence(), payout.createdAtMs(), out);
        out.endObject();
    }
}
