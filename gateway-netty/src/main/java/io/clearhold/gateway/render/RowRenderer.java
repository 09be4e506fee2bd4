package io.clearhold.gateway.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.core.view.StatementRow;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.webhook.DeliveryRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of the view, each as a {@code GET} by its id shows it. Confined to one thread. */
public final class RowRenderer {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName CREATED_AT = JsonName.of("created_at");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName BALANCE = JsonName.of("balance");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName EVENT = JsonName.of("event");

    private final Credential caller;
    private final RowTexts texts = new RowTexts();
    private final RowMessages messages = new RowMessages();
    private final PaymentRenderer payments;
    private final ObjectRenderers objects;
    private final PaymentLinkRenderer links;
    private final DisputeRenderer disputes;
    private final WalletRenderers wallets;
    private final ChargebackRenderer chargebacks;
    private final ProofRenderers proof;
    private final IdEpochs epochs;
    private final ApprovalRenderer approvals;

    /**
     * @param caller to whom the rows are shown
     */
    public RowRenderer(GatewaySettings settings, Secrets secrets, Credential caller) {
        this.epochs = settings.epochs();
        this.caller = caller;
        this.payments = new PaymentRenderer(secrets, texts);
        this.links = new PaymentLinkRenderer(secrets, texts);
        this.objects = new ObjectRenderers(settings, secrets, texts);
        this.disputes = new DisputeRenderer(texts);
        this.wallets = new WalletRenderers(settings, texts);
        this.chargebacks = new ChargebackRenderer(texts);
        this.proof = new ProofRenderers(settings, texts);
        this.approvals = new ApprovalRenderer(settings, texts);
    }

    public void payment(PaymentRow row, JsonWriter out) {
        texts.row(row.text(), row.shipment(), row.shippedAtMs());
        texts.milestones(row.milestones());
        payments.write(messages.payment(row, isCreator(row)), out);
    }

    /** A payment link, without its secret. */
    public void paymentLink(PaymentLinkRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        links.write(messages.paymentLink(row), out);
    }

    public void refund(RefundRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        objects.refund(messages.refund(row), out);
    }

    public void chargeback(ChargebackRow row, JsonWriter out) {
        Map<Long, String> frames = new HashMap<>();
        frames.put(row.textSequence(), row.text());
        frames.put(row.evidenceSequence(), row.evidence());
        texts.frames(frames);
        chargebacks.write(messages.chargeback(row), out);
    }

    public void dispute(DisputeRow row, JsonWriter out) {
        Map<Long, String> frames = new HashMap<>();
        for (DisputeRow.Piece piece : row.evidence()) {
            frames.put(piece.sequence(), piece.text());
        }
        for (DisputeRow.Step step :
                List.of(
                        row.rejected(),
                        row.agreed(),
                        row.returned(),
                        row.escalated(),
                        row.ended())) {
            frames.put(step.sequence(), step.text());
        }
        frames.put(row.textSequence(), row.text());
        texts.frames(frames);
        disputes.write(messages.dispute(row), out);
    }

    public void payout(PayoutRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        objects.payout(messages.payout(row), out);
    }

    public void transfer(TransferRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        wallets.transfer(messages.transfer(row), out);
    }

    public void topUp(TopUpRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        wallets.topUp(messages.topUp(row), out);
    }

    public void account(AccountRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        objects.account(messages.account(row), out);
    }

    public void key(KeyRow row, JsonWriter out) {
        texts.row(row.text(), "", 0);
        objects.key(messages.key(row), false, out);
    }

    public void statement(StatementRow row, JsonWriter out) {
        texts.row(row.text(), row.findings(), 0);
        proof.statement(messages.statement(row), out);
    }

    public void unexplained(BreakRow row, JsonWriter out) {
        texts.row(row.assigned(), "", 0);
        proof.unexplained(messages.unexplained(row), out);
    }

    public void approval(ApprovalRow row, JsonWriter out) {
        Map<Long, String> frames = new HashMap<>();
        for (ApprovalRow.Eyes eyes : List.of(row.proposer(), row.decider())) {
            frames.put(eyes.keySequence(), eyes.person());
            frames.put(eyes.sequence(), eyes.note());
        }
        texts.frames(frames);
        approvals.write(messages.approval(row), out);
    }

    public void settlement(SettlementRow row, JsonWriter out) {
        ProofRenderers.settlement(row, out);
    }

    /**
     * A webhook endpoint.
     *
     * @param failing whether its deliveries fail
     */
    public void webhookEndpoint(WebhookEndpointRow row, boolean failing, JsonWriter out) {
        texts.row(row.text(), "", 0);
        objects.webhookEndpoint(messages.webhookEndpoint(row), false, failing, out);
    }

    /** What became of an event for an endpoint. */
    public void delivery(DeliveryRow row, JsonWriter out) {
        DeliveryRenderer.write(row, epochs, out);
    }

    /** The event as the body of a webhook has it, with its id. */
    public void event(EventRow row, JsonWriter out) {
        byte[] facts = row.facts().getBytes(UTF_8);
        out.beginObject();
        out.member(ID, IdKind.EVENT, eventId(row));
        out.member(OBJECT, "event");
        out.member(TYPE, row.type());
        out.memberTime(CREATED_AT, row.atMs());
        out.name(SEQUENCE).quoted(row.sequence());
        out.name(DATA).raw(facts, 0, facts.length);
        out.endObject();
    }

    /** What one posting did to a balance of an account. */
    public void entry(EntryRow row, long account, JsonWriter out) {
        long event = epochs.event(ObjectId.shard(account), row.sequence(), row.ordinal());
        out.beginObject();
        out.member(ID, EntryId.text(row, event));
        out.member(OBJECT, "entry");
        out.member(ACCOUNT, IdKind.ACCOUNT, account);
        out.member(BALANCE, row.kind().label());
        out.member(CURRENCY, Currencies.code(row.currency()));
        out.member(AMOUNT, row.amount());
        out.member(TYPE, row.type());
        out.member(PAYMENT, IdKind.PAYMENT, row.payment());
        out.member(EVENT, IdKind.EVENT, event);
        out.name(SEQUENCE).quoted(row.sequence());
        out.memberTime(CREATED_AT, row.atMs());
        out.endObject();
    }

    /** The id of an event: of the shard in which the object is that it is about. */
    public long eventId(EventRow row) {
        long about = row.payment() == 0 ? row.subject() : row.payment();
        return epochs.event(ObjectId.shard(about), row.sequence(), row.ordinal());
    }

    /** Who created a payment is shown its client secret. */
    private boolean isCreator(PaymentRow row) {
        if (row.creatorRole() == Role.LINK_SECRET) {
            // The payee's side made the link, and so the payment.
            return caller instanceof Credential.ApiKey key
                    && switch (key.role()) {
                        case PLATFORM -> key.platform() == row.platform();
                        case ACCOUNT -> key.account() == row.payee();
                        default -> false;
                    };
        }
        return caller instanceof Credential.ApiKey key
                && key.role() == row.creatorRole()
                && (key.role() == Role.ACCOUNT ? key.account() : key.platform()) == row.creator();
    }
}
