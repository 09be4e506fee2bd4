package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AccountResultEncoder;
import io.clearhold.core.codec.ApprovalResultEncoder;
import io.clearhold.core.codec.BalanceResultEncoder;
import io.clearhold.core.codec.ChargebackResultEncoder;
import io.clearhold.core.codec.ClockResultEncoder;
import io.clearhold.core.codec.DoneEncoder;
import io.clearhold.core.codec.HeadResultEncoder;
import io.clearhold.core.codec.InstructionListEncoder;
import io.clearhold.core.codec.KeyResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentResultEncoder;
import io.clearhold.core.codec.PayoutResultEncoder;
import io.clearhold.core.codec.RefundResultEncoder;
import io.clearhold.core.codec.RefusalEncoder;
import io.clearhold.core.codec.TrialBalanceResultEncoder;
import io.clearhold.core.codec.WebhookEndpointResultEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.KeyTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.MilestoneTable;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.PayoutTable;
import io.clearhold.ledger.state.RefundTable;
import io.clearhold.ledger.state.SplitTable;
import io.clearhold.ledger.state.WebhookEndpointTable;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Writes results: objects as they stand in the state. The same state and caller give the same
 * bytes.
 */
final class ResultWriter {
    private final LedgerState state;
    private final Access access;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RefusalEncoder refusal = new RefusalEncoder();
    private final DoneEncoder done = new DoneEncoder();
    private final PaymentResultEncoder payment = new PaymentResultEncoder();
    private final RefundResultEncoder refund = new RefundResultEncoder();
    private final PayoutResultEncoder payout = new PayoutResultEncoder();
    private final AccountResultEncoder account = new AccountResultEncoder();
    private final KeyResultEncoder key = new KeyResultEncoder();
    private final WebhookEndpointResultEncoder webhookEndpoint = new WebhookEndpointResultEncoder();
    private final ChargebackResultEncoder chargeback = new ChargebackResultEncoder();
    private final ApprovalResultEncoder approval = new ApprovalResultEncoder();
    private final ClockResultEncoder clock = new ClockResultEncoder();
    private final ClockHoldWriter clockHold;
    private final BalanceResultEncoder balance = new BalanceResultEncoder();
    private final TrialBalanceResultEncoder trialBalance = new TrialBalanceResultEncoder();
    private final HeadResultEncoder head = new HeadResultEncoder();
    private final InstructionListEncoder instructionList = new InstructionListEncoder();
    private final ProofWriter proof;
    private final PaymentLinkWriter links;
    private final WalletWriter wallets;
    private final DisputeWriter disputes;
    private int[] openInstructions = new int[256];
    private int length;

    ResultWriter(LedgerState state, Access access) {
        this.state = state;
        this.access = access;
        this.links = new PaymentLinkWriter(state, access);
        this.proof = new ProofWriter(state, buffer, header);
        this.clockHold = new ClockHoldWriter(state.clockHold(), buffer);
        this.wallets = new WalletWriter(state, buffer, header);
        this.disputes = new DisputeWriter(state, buffer, header);
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    void refusal(ResultCode code, long first, long second) {
        refusal.wrapAndApplyHeader(buffer, 0, header)
                .code(code.number())
                .first(first)
                .second(second);
        length = refusal.limit();
    }

    void done(long object) {
        done.wrapAndApplyHeader(buffer, 0, header).object(object);
        length = done.limit();
    }

    /**
     * One object.
     *
     * @param paid whether the caller has just paid and is to get the payer's secret
     */
    void object(IdKind kind, long id, OriginDecoder origin, boolean paid) {
        switch (kind) {
            case PAYMENT -> payment(state.payments().find(id), origin, paid);
            case REFUND -> refund(state.refunds().find(id));
            case CHARGEBACK -> chargeback(state.chargebacks().find(id));
            case PAYOUT -> payout(state.payouts().find(id));
            case TRANSFER -> length = wallets.transfer(state.transfers().find(id));
            case TOPUP -> length = wallets.topUp(state.topUps().find(id));
            case ACCOUNT -> account(state.accounts().find(id));
            case KEY -> key(state.keys().find(id));
            case STATEMENT -> length = proof.statement(state.statements().find(id));
            case BREAK -> length = proof.unexplained(state.breaks().find(id));
            case APPROVAL -> approval(state.approvals().find(id));
            case WEBHOOK_ENDPOINT -> webhookEndpoint(state.webhookEndpoints().find(id));
            case DISPUTE -> length = disputes.write(state.disputes().find(id));
            case PAYMENT_LINK ->
                    length = links.write(state.paymentLinks().find(id), origin, buffer, header);
            case SETTLEMENT, EVENT, INSTRUCTION -> refusal(ResultCode.NOT_FOUND, 0, 0);
        }
    }

    /** The rules of an account or a key. */
    void limits(long owner, boolean ofKey) {
        length = wallets.limits(owner, ofKey);
    }

    void line(LineOutcome outcome) {
        length = proof.line(outcome);
    }

    void aged(long opened, boolean more) {
        length = proof.aged(opened, more);
    }

    void outcome(long frame) {
        length = proof.outcome(frame);
    }

    void safeguarding() {
        length = proof.safeguarding();
    }

    void clock(long nowMs) {
        clock.wrapAndApplyHeader(buffer, 0, header)
                .nowMs(nowMs)
                .targetMs(state.clockTargetMs())
                .nextDeadlineMs(state.deadlines().nextTimeMs());
        length = clock.limit();
    }

    void epochs() {
        length = EpochDecisions.write(state, buffer);
    }

    void clockHold(long nowMs) {
        length = clockHold.write(nowMs);
    }

    void head() {
        head.wrapAndApplyHeader(buffer, 0, header)
                .sequence(state.sequence())
                .stateHashHigh(state.hashHigh())
                .stateHashLow(state.hashLow());
        length = head.limit();
    }

    /** One line per currency in which the account has ever had a balance, by ISO number. */
    void balances(int accountIndex) {
        Book book = state.book();
        long id = state.accounts().id(accountIndex);
        int[] currencies = new int[0];
        for (int at = book.firstWallet(accountIndex); at >= 0; at = book.nextWallet(at)) {
            currencies = Arrays.copyOf(currencies, currencies.length + 1);
            currencies[currencies.length - 1] = book.wallets().currency(at);
        }
        Arrays.sort(currencies);
        balance.wrapAndApplyHeader(buffer, 0, header).account(id).sequence(state.sequence());
        BalanceResultEncoder.BalancesEncoder lines = balance.balancesCount(currencies.length);
        for (int currency : currencies) {
            long available = book.balance(AccountKind.AVAILABLE, id, currency);
            lines.next()
                    .currency(currency)
                    .available(available)
                    .unsettled(Math.min(available, book.unsettledOf(id, currency)))
                    .reserve(book.balance(AccountKind.RESERVE, id, currency))
                    .held(book.heldFor(id, currency))
                    .outgoing(book.outgoingOf(id, currency))
                    .debt(book.balance(AccountKind.DEBT, id, currency));
        }
        length = balance.limit();
    }

    void trialBalance() {
        Book book = state.book();
        int[] currencies = book.currencies();
        int posted = 0;
        for (int currency : currencies) {
            posted += book.totals(currency).debits() != 0 ? 1 : 0;
        }
        trialBalance.wrapAndApplyHeader(buffer, 0, header).sequence(state.sequence());
        TrialBalanceResultEncoder.CurrenciesEncoder lines = trialBalance.currenciesCount(posted);
        for (int currency : currencies) {
            CurrencyTotals totals = book.totals(currency);
            if (totals.debits() != 0) {
                lines.next().currency(currency).debits(totals.debits()).credits(totals.credits());
            }
        }
        TrialBalanceResultEncoder.TotalsEncoder sums =
                trialBalance.totalsCount(posted * AccountKind.values().length);
        for (int currency : currencies) {
            CurrencyTotals totals = book.totals(currency);
            if (totals.debits() != 0) {
                for (AccountKind kind : AccountKind.values()) {
                    sums.next()
                            .currency(currency)
                            .kind((short) kind.code())
                            .balance(totals.balance(kind));
                }
            }
        }
        length = trialBalance.limit();
    }

    /**
     * Open instructions with an id above {@code after}; records stand in the order of their ids.
     */
    void openInstructions(long after, int atMost) {
        InstructionTable table = state.instructions();
        if (openInstructions.length < atMost) {
            openInstructions = new int[atMost];
        }
        int start = after == 0 ? 0 : table.find(after) + 1;
        int count = 0;
        int index = start;
        for (; index < table.size() && count < atMost; index++) {
            if (BankDecisions.isOpen(table.status(index))) {
                openInstructions[count++] = index;
            }
        }
        instructionList
                .wrapAndApplyHeader(buffer, 0, header)
                .more((short) (index < table.size() ? 1 : 0));
        InstructionListEncoder.InstructionsEncoder lines = instructionList.instructionsCount(count);
        for (int i = 0; i < count; i++) {
            int at = openInstructions[i];
            InstructionStatus status = table.status(at);
            lines.next()
                    .instruction(table.id(at))
                    .kind((short) table.kind(at).code())
                    .subject(table.subject(at))
                    .payment(table.payment(at))
                    .status((short) status.code())
                    .channel((short) table.channel(at))
                    .amount(table.amount(at))
                    .currency(table.currency(at))
                    .closing((short) (table.closing(at) ? 1 : 0))
                    .textSequence(table.textSequence(at))
                    .nextActionMs(table.nextActionMs(at));
        }
        length = instructionList.limit();
    }

    private void payment(int index, OriginDecoder origin, boolean paid) {
        PaymentTable table = state.payments();
        payment.wrapAndApplyHeader(buffer, 0, header)
                .payment(table.id(index))
                .status((short) table.status(index).code())
                .mode((short) table.mode(index).code())
                .currency(table.currency(index))
                .payee(table.payee(index))
                .payer(table.payer(index))
                .amount(table.amount(index))
                .amountCollected(table.collected(index))
                .amountHeld(table.held(index))
                .amountReleased(table.released(index))
                .amountRefunded(table.refunded(index))
                .amountChargedBack(state.extras().chargedBack(index))
                .feeAmount(table.feeTaken(index) - state.givenBack().amount(index, 0))
                .payByMs(table.payByMs(index))
                .shipByMs(table.shipByMs(index))
                .autoConfirmAtMs(table.autoConfirmAtMs(index))
                .autoConfirmAfterSeconds(table.autoConfirmAfterSeconds(index))
                .autoRefund((short) (table.autoRefund(index) ? 1 : 0))
                .attempt(table.attempt(index))
                .cancelRequested((short) (isCancelRequested(index) ? 1 : 0))
                .lastError((short) table.lastError(index).code())
                .showClientSecret((short) (access.isCreator(origin, index) ? 1 : 0))
                .showPayerSecret((short) (paid ? 1 : 0))
                .sequence(table.lastSequence(index))
                .textSequence(table.textSequence(index))
                .shipmentSequence(table.shipmentSequence(index))
                .createdAtMs(table.createdAtMs(index))
                .amountFrozen(state.extras().frozen(index))
                .dispute(state.extras().dispute(index))
                .link(linkOf(index));
        SplitTable splits = state.splits();
        int count = table.splitCount(index);
        PaymentResultEncoder.SplitsEncoder lines = payment.splitsCount(count);
        for (int i = 0; i < count; i++) {
            int split = table.firstSplit(index) + i;
            lines.next()
                    .account(splits.account(split))
                    .kind((short) splits.kind(split).code())
                    .value(splits.value(split))
                    .taken(splits.taken(split) - state.givenBack().amount(index, i + 1));
        }
        milestones(index);
        length = payment.limit();
    }

    /** The link that made the payment; 0 if none did. */
    private long linkOf(int index) {
        boolean byLink = state.payments().creatorRole(index) == Role.LINK_SECRET;
        return byLink ? state.extras().creator(index) : 0;
    }

    private void milestones(int index) {
        MilestoneTable table = state.milestones();
        int count = state.extras().milestoneCount(index);
        PaymentResultEncoder.MilestonesEncoder group = payment.milestonesCount(count);
        for (int i = 0; i < count; i++) {
            int milestone = state.extras().firstMilestone(index) + i;
            group.next()
                    .status((short) table.status(milestone).code())
                    .amount(table.amount(milestone))
                    .held(table.held(milestone))
                    .released(table.released(milestone))
                    .refunded(table.refunded(milestone))
                    .chargedBack(table.chargedBack(milestone))
                    .autoConfirmAtMs(table.autoConfirmAtMs(milestone))
                    .shipmentSequence(table.shipmentSequence(milestone));
        }
    }

    private boolean isCancelRequested(int index) {
        PaymentTable table = state.payments();
        return table.status(index) == PaymentStatus.PENDING
                && table.closing(index) == io.clearhold.core.lifecycle.Cause.REQUEST.code();
    }

    private void refund(int index) {
        RefundTable table = state.refunds();
        refund.wrapAndApplyHeader(buffer, 0, header)
                .refund(table.id(index))
                .payment(table.payment(index))
                .status((short) table.status(index).code())
                .amount(table.amount(index))
                .currency(table.currency(index))
                .textSequence(table.textSequence(index))
                .failure((short) table.failure(index).code())
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        length = refund.limit();
    }

    private void chargeback(int index) {
        ChargebackTable table = state.chargebacks();
        chargeback
                .wrapAndApplyHeader(buffer, 0, header)
                .chargeback(table.id(index))
                .payment(table.payment(index))
                .status((short) table.status(index).code())
                .amount(table.amount(index))
                .cost(table.cost(index))
                .currency(table.currency(index))
                .respondByMs(table.respondByMs(index))
                .textSequence(ObjectId.sequence(table.id(index)))
                .evidenceSequence(table.evidenceSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        length = chargeback.limit();
    }

    private void payout(int index) {
        PayoutTable table = state.payouts();
        payout.wrapAndApplyHeader(buffer, 0, header)
                .payout(table.id(index))
                .account(table.account(index))
                .status((short) table.status(index).code())
                .amount(table.amount(index))
                .currency(table.currency(index))
                .channel((short) table.channel(index))
                .textSequence(table.textSequence(index))
                .hasDestination((short) (table.hasDestination(index) ? 1 : 0))
                .failure((short) table.failure(index).code())
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index))
                .held((short) (table.held(index) ? 1 : 0));
        length = payout.limit();
    }

    private void account(int index) {
        AccountTable table = state.accounts();
        account.wrapAndApplyHeader(buffer, 0, header)
                .account(table.id(index))
                .platform(table.platform(index))
                .type((short) table.type(index).code())
                .status((short) table.status(index).code())
                .hasBankAccount((short) (table.hasBankAccount(index) ? 1 : 0))
                .feeKind((short) table.feeKind(index).code())
                .feeValue(table.feeValue(index))
                .feeMin(table.feeMin(index))
                .feeMax(table.feeMax(index))
                .reserveBps(table.reserveBps(index))
                .reserveDays(table.reserveDays(index))
                .textSequence(table.textSequence(index))
                .sequence(table.lastSequence(index))
                .payoutInterval((short) state.schedules().interval(index).code())
                .payoutDelayDays((short) state.schedules().delayDays(index))
                .payoutMinimum(state.schedules().minimum(index))
                .nextPayoutMs(state.schedules().nextMs(index))
                .payoutsFromMs(table.payoutsFromMs(index))
                .createdAtMs(table.createdAtMs(index));
        length = account.limit();
    }

    private void key(int index) {
        KeyTable table = state.keys();
        key.wrapAndApplyHeader(buffer, 0, header)
                .key(table.id(index))
                .role((short) table.role(index).code())
                .platform(table.platform(index))
                .account(table.account(index))
                .generation(table.generation(index))
                .revoked((short) (table.revoked(index) ? 1 : 0))
                .textSequence(table.textSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        length = key.limit();
    }

    private void webhookEndpoint(int index) {
        WebhookEndpointTable table = state.webhookEndpoints();
        webhookEndpoint
                .wrapAndApplyHeader(buffer, 0, header)
                .endpoint(table.id(index))
                .ownerRole((short) table.ownerRole(index).code())
                .platform(table.platform(index))
                .account(table.account(index))
                .status((short) table.status(index).code())
                .generation(table.generation(index))
                .previousValidUntilMs(table.previousValidUntilMs(index))
                .textSequence(table.textSequence(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        length = webhookEndpoint.limit();
    }

    private void approval(int index) {
        ApprovalTable approvals = state.approvals();
        long decider = approvals.decider(index);
        approval.wrapAndApplyHeader(buffer, 0, header)
                .approval(approvals.id(index))
                .kind((short) approvals.kind(index).code())
                .status((short) approvals.status(index).code())
                .failure(approvals.failure(index))
                .failureFirst(approvals.failureFirst(index))
                .failureSecond(approvals.failureSecond(index))
                .subject(approvals.subject(index))
                .first(approvals.number(index, 0))
                .second(approvals.number(index, 1))
                .third(approvals.number(index, 2))
                .fourth(approvals.number(index, 3))
                .fifth(approvals.number(index, 4))
                .proposerKey(approvals.proposer(index))
                .proposerSequence(keySequence(approvals.proposer(index)))
                .deciderKey(decider)
                .deciderSequence(decider == 0 ? 0 : keySequence(decider))
                .expiresAtMs(approvals.expiresAtMs(index))
                .decidedAtMs(approvals.decidedAtMs(index))
                .textSequence(approvals.textSequence(index))
                .decisionSequence(approvals.decisionSequence(index))
                .sequence(approvals.lastSequence(index))
                .createdAtMs(approvals.createdAtMs(index));
        length = approval.limit();
    }

    /** The frame that names the person of a key. */
    private long keySequence(long keyId) {
        return state.keys().textSequence(state.keys().find(keyId));
    }
}
