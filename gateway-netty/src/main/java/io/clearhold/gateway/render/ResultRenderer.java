package io.clearhold.gateway.render;

import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.ApprovalResultDecoder;
import io.clearhold.core.codec.BalanceResultDecoder;
import io.clearhold.core.codec.BreakResultDecoder;
import io.clearhold.core.codec.ChargebackResultDecoder;
import io.clearhold.core.codec.ClockHoldResultDecoder;
import io.clearhold.core.codec.ClockResultDecoder;
import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.LimitsResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.codec.PayoutResultDecoder;
import io.clearhold.core.codec.RefundResultDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.codec.TopUpResultDecoder;
import io.clearhold.core.codec.TransferResultDecoder;
import io.clearhold.core.codec.TrialBalanceResultDecoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.json.JsonWriter;
import java.util.function.LongPredicate;
import org.agrona.DirectBuffer;

/**
 * From a result message to an answer: the first time and, from the journal, every time the request
 * is retried. Confined to one thread.
 */
public final class ResultRenderer {
    /** Stands in every command and frame, so that answers given by older rules stay the same. */
    public static final short VERSION = 1;

    /** What the operation says about the form of its success. */
    public enum Form {
        /** An object that was read or acted upon: 200. */
        ACTED(200),
        /** A new object: 201. */
        CREATED(201),
        /** A new key, which is shown with its secret this once: 201. */
        CREATED_SECRET(201),
        /** An object that was acted upon, with its new secret: 200. */
        ACTED_SECRET(200),
        /** A webhook endpoint that was read, and how it fares: 200. */
        SHOWN(200),
        /** A request that may have to wait for a bank or a second person: 202 while it does. */
        REQUESTED(200);

        private final int status;

        Form(int status) {
            this.status = status;
        }
    }

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RefusalDecoder refusal = new RefusalDecoder();
    private final PaymentResultDecoder payment = new PaymentResultDecoder();
    private final RefundResultDecoder refund = new RefundResultDecoder();
    private final PayoutResultDecoder payout = new PayoutResultDecoder();
    private final AccountResultDecoder account = new AccountResultDecoder();
    private final KeyResultDecoder key = new KeyResultDecoder();
    private final WebhookEndpointResultDecoder endpoint = new WebhookEndpointResultDecoder();
    private final LongPredicate failing;
    private final PaymentRenderer payments;
    private final ObjectRenderers objects;
    private final PaymentLinkRenderer links;
    private final DisputeRenderer disputes;
    private final WalletRenderers wallets;
    private final ProofRenderers proof;
    private final ApprovalRenderer approvals;
    private final ChargebackRenderer chargebacks;
    private final ChargebackResultDecoder chargeback = new ChargebackResultDecoder();

    /**
     * @param failing whether deliveries to an endpoint fail
     */
    public ResultRenderer(
            GatewaySettings settings, Secrets secrets, Texts texts, LongPredicate failing) {
        this.failing = failing;
        this.payments = new PaymentRenderer(secrets, texts);
        this.links = new PaymentLinkRenderer(secrets, texts);
        this.objects = new ObjectRenderers(settings, secrets, texts);
        this.disputes = new DisputeRenderer(texts);
        this.wallets = new WalletRenderers(settings, texts);
        this.proof = new ProofRenderers(settings, texts);
        this.approvals = new ApprovalRenderer(settings, texts);
        this.chargebacks = new ChargebackRenderer(texts);
    }

    /**
     * Writes the answer that a result stands for.
     *
     * @param sequence of the frame that holds the result, or 0 if it has none: then nothing is
     *     stored, and a refusal keeps the request's own id
     */
    public void render(Form form, DirectBuffer result, int offset, long sequence, Answer answer) {
        answer.sequence(sequence);
        header.wrap(result, offset);
        int template = header.templateId();
        if (template == RefusalDecoder.TEMPLATE_ID) {
            refusal.wrapAndApplyHeader(result, offset, header);
            if (sequence != 0) {
                answer.requestId(sequence);
            }
            ResultCode code = ResultCode.of(refusal.code());
            Problems.write(answer, code, refusal.first(), refusal.second());
            return;
        }
        JsonWriter out = answer.begin(form.status, MediaType.JSON);
        switch (template) {
            case PaymentResultDecoder.TEMPLATE_ID -> {
                payment.wrapAndApplyHeader(result, offset, header);
                boolean waits =
                        form == Form.REQUESTED
                                && payment.cancelRequested() != 0
                                && payment.status() == PaymentStatus.PENDING.code();
                answer.begin(waits ? 202 : form.status, MediaType.JSON);
                payments.write(payment, out);
            }
            case RefundResultDecoder.TEMPLATE_ID ->
                    objects.refund(refund.wrapAndApplyHeader(result, offset, header), out);
            case ChargebackResultDecoder.TEMPLATE_ID ->
                    chargebacks.write(chargeback.wrapAndApplyHeader(result, offset, header), out);
            case PaymentLinkResultDecoder.TEMPLATE_ID ->
                    links.write(
                            new PaymentLinkResultDecoder()
                                    .wrapAndApplyHeader(result, offset, header),
                            out);
            case DisputeResultDecoder.TEMPLATE_ID ->
                    disputes.write(
                            new DisputeResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case PayoutResultDecoder.TEMPLATE_ID ->
                    objects.payout(payout.wrapAndApplyHeader(result, offset, header), out);
            case TransferResultDecoder.TEMPLATE_ID ->
                    wallets.transfer(
                            new TransferResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case LimitsResultDecoder.TEMPLATE_ID ->
                    wallets.limits(
                            new LimitsResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case TopUpResultDecoder.TEMPLATE_ID ->
                    wallets.topUp(
                            new TopUpResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case AccountResultDecoder.TEMPLATE_ID ->
                    objects.account(account.wrapAndApplyHeader(result, offset, header), out);
            case KeyResultDecoder.TEMPLATE_ID ->
                    objects.key(
                            key.wrapAndApplyHeader(result, offset, header),
                            form == Form.CREATED_SECRET,
                            out);
            case WebhookEndpointResultDecoder.TEMPLATE_ID -> {
                endpoint.wrapAndApplyHeader(result, offset, header);
                objects.webhookEndpoint(
                        endpoint,
                        form == Form.CREATED_SECRET || form == Form.ACTED_SECRET,
                        form == Form.SHOWN && failing.test(endpoint.endpoint()),
                        out);
            }
            case BalanceResultDecoder.TEMPLATE_ID ->
                    LedgerRenderers.balance(
                            new BalanceResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case TrialBalanceResultDecoder.TEMPLATE_ID ->
                    LedgerRenderers.trialBalance(
                            new TrialBalanceResultDecoder()
                                    .wrapAndApplyHeader(result, offset, header),
                            out);
            case ClockResultDecoder.TEMPLATE_ID ->
                    LedgerRenderers.clock(
                            new ClockResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case ClockHoldResultDecoder.TEMPLATE_ID ->
                    ClockHoldRenderer.write(
                            new ClockHoldResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case StatementResultDecoder.TEMPLATE_ID ->
                    proof.statement(
                            new StatementResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            case ApprovalResultDecoder.TEMPLATE_ID -> {
                if (form == Form.REQUESTED) {
                    answer.begin(202, MediaType.JSON);
                }
                approvals.write(
                        new ApprovalResultDecoder().wrapAndApplyHeader(result, offset, header),
                        out);
            }
            case BreakResultDecoder.TEMPLATE_ID ->
                    proof.unexplained(
                            new BreakResultDecoder().wrapAndApplyHeader(result, offset, header),
                            out);
            default -> throw new IllegalStateException("no answer for result " + template);
        }
    }
}
