package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RiskDecidedDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.projection.database.JournalId;
import io.clearhold.ledger.projection.row.TableChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a run of frames makes and changes, written in one transaction. A failure in the
 * middle leaves it half filled: clear it and begin again. Confined to one thread.
 */
public final class ViewBatch {
    /** An event that the journal does not have; it stands behind all that its frame has. */
    private record Derived(long payment, Parties parties, EventSubject about, String facts) {}

    private final TableChanges payments = new TableChanges(PaymentColumns.TABLE);
    private final TableChanges splits = new TableChanges(SplitColumns.TABLE);
    private final TableChanges milestones = new TableChanges(MilestoneColumns.TABLE);
    private final TableChanges links = new TableChanges(PaymentLinkColumns.TABLE);
    private final TableChanges refunds = new TableChanges(RefundColumns.TABLE);
    private final TableChanges disputes = new TableChanges(DisputeColumns.TABLE);
    private final TableChanges evidence = new TableChanges(EvidenceColumns.TABLE);
    private final TableChanges chargebacks = new TableChanges(ChargebackColumns.TABLE);
    private final TableChanges payouts = new TableChanges(PayoutColumns.TABLE);
    private final TableChanges transfers = new TableChanges(TransferColumns.TABLE);
    private final TableChanges topUps = new TableChanges(TopUpColumns.TABLE);
    private final TableChanges accounts = new TableChanges(AccountColumns.TABLE);
    private final TableChanges keys = new TableChanges(KeyColumns.TABLE);
    private final TableChanges instructions = new TableChanges(InstructionColumns.TABLE);
    private final TableChanges statements = new TableChanges(StatementColumns.TABLE);
    private final TableChanges breaks = new TableChanges(BreakColumns.TABLE);
    private final TableChanges endpoints = new TableChanges(WebhookEndpointColumns.TABLE);
    private final TableChanges approvals = new TableChanges(ApprovalColumns.TABLE);
    private final List<TableChanges> tables =
            List.of(
                    payments,
                    splits,
                    milestones,
                    links,
                    refunds,
                    disputes,
                    evidence,
                    chargebacks,
                    payouts,
                    transfers,
                    topUps,
                    accounts,
                    keys,
                    instructions,
                    statements,
                    breaks,
                    approvals,
                    endpoints);
    private final PartyLookup paymentParties = PartyLookup.ofPayments();
    private final PartyLookup linkParties = PartyLookup.ofPaymentLinks();
    private final PartyLookup payoutParties = PartyLookup.ofPayouts();
    private final PartyLookup topUpParties = PartyLookup.ofTopUps();
    private final PartyLookup accountParties = PartyLookup.ofAccounts();
    private final PartyLookup endpointParties = PartyLookup.ofWebhookEndpoints();
    private final List<Derived> derived = new ArrayList<>();
    private final EventRows events = new EventRows();
    private final JsonFacts facts = new JsonFacts();
    private final FrameView view = new FrameView();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChainDecoder chain = new ChainDecoder();
    private final Postings postings;
    private final PaymentEvents paymentEvents;
    private final TermsEvents termsEvents;
    private final PaymentLinkEvents linkEvents;
    private final RefundEvents refundEvents;
    private final DisputeEvents disputeEvents;
    private final InstructionEvents instructionEvents;
    private final PayoutEvents payoutEvents;
    private final WalletEvents walletEvents;
    private final RegistryEvents registryEvents;
    private final ClawbackEvents clawbackEvents;
    private final ChargebackEvents chargebackEvents;
    private final ProofRows proofRows = new ProofRows();
    private final ProofEvents proofEvents;
    private final WebhookEvents webhookEvents;
    private final ApprovalEvents approvalEvents;
    private final AdjustmentEvents adjustmentEvents = new AdjustmentEvents();
    private final BreakTreatmentEvents treatmentEvents;
    private long lastSequence;
    private int frames;

    /**
     * An empty batch.
     *
     * @param reader for texts that an earlier frame brought; used by this batch alone
     */
    public ViewBatch(List<Channel> channels, JournalReader reader) {
        ChannelNames names = new ChannelNames(channels);
        postings = new Postings(payments, names);
        paymentEvents = new PaymentEvents(payments, splits, paymentParties, view, names);
        linkEvents = new PaymentLinkEvents(links, linkParties, view);
        termsEvents = new TermsEvents(payments, splits, milestones, view);
        ReleasedMoney released = new ReleasedMoney(payments, splits);
        chargebackEvents = new ChargebackEvents(released, chargebacks, paymentParties, view, names);
        refundEvents = new RefundEvents(released, refunds, paymentParties, view, names);
        disputeEvents = new DisputeEvents(payments, disputes, evidence, paymentParties, view);
        instructionEvents = new InstructionEvents(instructions, payouts, view, names);
        payoutEvents =
                new PayoutEvents(
                        payouts,
                        accountParties,
                        payoutParties,
                        view,
                        names,
                        new PayoutTexts(reader));
        walletEvents =
                new WalletEvents(
                        transfers,
                        topUps,
                        accounts,
                        keys,
                        accountParties,
                        topUpParties,
                        view,
                        names);
        registryEvents = new RegistryEvents(accounts, keys, accountParties, view);
        clawbackEvents = new ClawbackEvents(accounts, accountParties, view);
        proofEvents = new ProofEvents(statements, breaks, instructions, proofRows, view, names);
        webhookEvents = new WebhookEvents(endpoints, endpointParties, view);
        treatmentEvents = new BreakTreatmentEvents(breaks, instructions, view);
        approvalEvents = new ApprovalEvents(approvals, view, new EarlierTexts(reader));
    }

    /** Takes the events of the next frame. */
    public void add(Frame frame) {
        view.show(frame);
        frame.rewindEvents();
        int ordinal = 0;
        while (frame.nextEvent()) {
            add(frame.buffer(), frame.eventOffset(), ordinal++);
        }
        addDerived(ordinal);
        lastSequence = frame.sequence();
        frames++;
    }

    public boolean isEmpty() {
        return frames == 0;
    }

    public int frames() {
        return frames;
    }

    public int eventCount() {
        return events.size();
    }

    /** The rows that would be written now. */
    public int rows() {
        int rows = events.size() + postings.rows() + proofRows.size();
        for (TableChanges table : tables) {
            rows += table.size();
        }
        return rows;
    }

    /** The sequence of the last frame that was added. */
    public long lastSequence() {
        return lastSequence;
    }

    /** The journal that a configuration in these frames named, else {@link JournalId#NONE}. */
    public JournalId journal() {
        return registryEvents.journal();
    }

    public void clear() {
        frames = 0;
        tables.forEach(TableChanges::clear);
        events.clear();
        derived.clear();
        postings.clear();
        paymentParties.clear();
        linkParties.clear();
        payoutParties.clear();
        topUpParties.clear();
        accountParties.clear();
        endpointParties.clear();
        refundEvents.clear();
        disputeEvents.clear();
        chargebackEvents.clear();
        payoutEvents.clear();
        walletEvents.clear();
        registryEvents.clear();
        proofRows.clear();
    }

    /** Writes all rows within the transaction of the caller. */
    public void write(Connection connection) throws SQLException {
        paymentParties.resolve(connection);
        linkParties.resolve(connection);
        payoutParties.resolve(connection);
        topUpParties.resolve(connection);
        accountParties.resolve(connection);
        endpointParties.resolve(connection);
        refundEvents.complete();
        disputeEvents.complete();
        chargebackEvents.complete();
        payoutEvents.complete();
        walletEvents.complete();
        for (TableChanges table : tables) {
            table.write(connection);
        }
        postings.write(connection);
        proofRows.write(connection);
        events.write(connection);
    }

    private void add(DirectBuffer buffer, int offset, int ordinal) {
        header.wrap(buffer, offset);
        int template = header.templateId();
        String type = EventNames.of(template);
        boolean chained = ChainedEvents.contains(template);
        long payment = 0;
        if (chained) {
            chain.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH);
            payment = chain.payment();
        }
        facts.begin();
        long subject = take(buffer, offset, payment, ordinal);
        // The row exists once the event that creates the payment is taken.
        if (payment != 0) {
            payments.change(payment).set(PaymentColumns.LAST_SEQUENCE, view.sequence());
        }
        EventPlace place = new EventPlace(view.sequence(), ordinal, type, payment, view.atMs());
        @Nullable String posted = postings.take(buffer, offset, place);
        Parties parties = partiesOf(template, payment, subject);
        EventSubject about =
                EventNames.isListed(type)
                                && subject + payment != 0
                                && template != RiskDecidedDecoder.TEMPLATE_ID
                                && !isProof(template)
                                && !isFourEyes(template)
                        ? about(place, subject, parties)
                        : null;
        events.add(place, parties, subject, about, facts.end(), posted);
        if (template == RefundCreatedDecoder.TEMPLATE_ID) {
            deriveRefunded(payment, subject, parties);
        }
    }

    /**
     * The refund that takes the last of the money ends the payment; the journal has no event of its
     * own for that, but who follows payments wants one.
     */
    private void deriveRefunded(long payment, long refund, Parties parties) {
        String status = payments.change(payment).name(PaymentColumns.STATUS);
        if (PaymentStatus.REFUNDED.label().equals(status)) {
            EventSubject about =
                    new EventSubject(IdKind.PAYMENT, payment, payment, parties, status);
            facts.begin().id("refund", IdKind.REFUND, refund);
            derived.add(new Derived(payment, parties, about, facts.end()));
        }
    }

    private void addDerived(int firstOrdinal) {
        int ordinal = firstOrdinal;
        for (Derived event : derived) {
            EventPlace place =
                    new EventPlace(
                            view.sequence(),
                            ordinal++,
                            EventNames.REFUNDED,
                            event.payment(),
                            view.atMs());
            events.add(place, event.parties(), 0, event.about(), event.facts(), null);
        }
        derived.clear();
    }

    /** What a listed event is about, with the status that it has come to. */
    private EventSubject about(EventPlace place, long subject, Parties parties) {
        IdKind kind = EventNames.kindOf(place.type());
        long id = kind == IdKind.PAYMENT ? place.payment() : subject;
        @Nullable String status =
                switch (kind) {
                    case PAYMENT -> payments.change(id).name(PaymentColumns.STATUS);
                    case PAYMENT_LINK -> links.change(id).name(PaymentLinkColumns.STATUS);
                    case REFUND -> refunds.change(id).name(RefundColumns.STATUS);
                    case DISPUTE -> disputes.change(id).name(DisputeColumns.STATUS);
                    case CHARGEBACK -> chargebacks.change(id).name(ChargebackColumns.STATUS);
                    case PAYOUT -> payouts.change(id).name(PayoutColumns.STATUS);
                    case TOPUP -> topUps.change(id).name(TopUpColumns.STATUS);
                    case TRANSFER -> "succeeded";
                    case ACCOUNT -> accounts.change(id).name(AccountColumns.STATUS);
                    case WEBHOOK_ENDPOINT ->
                            endpoints.change(id).name(WebhookEndpointColumns.STATUS);
                    default -> null;
                };
        return new EventSubject(kind, id, place.payment(), parties, status);
    }

    /** Returns the object that the event is about, besides its payment. */
    private long take(DirectBuffer buffer, int offset, long payment, int ordinal) {
        if (paymentEvents.take(buffer, offset, header, payment, facts)) {
            return 0;
        }
        if (termsEvents.take(buffer, offset, header, payment, facts)) {
            return 0;
        }
        if (linkEvents.take(buffer, offset, header, facts)) {
            return linkEvents.subject();
        }
        if (refundEvents.take(buffer, offset, header, payment, facts)) {
            return refundEvents.subject();
        }
        if (disputeEvents.take(buffer, offset, header, payment, facts)) {
            return disputeEvents.subject();
        }
        if (instructionEvents.take(buffer, offset, header, facts)) {
            return instructionEvents.subject();
        }
        if (payoutEvents.take(buffer, offset, header, facts)) {
            return payoutEvents.subject();
        }
        if (walletEvents.take(buffer, offset, header, facts)) {
            return walletEvents.subject();
        }
        if (registryEvents.take(buffer, offset, header, facts)) {
            return registryEvents.subject();
        }
        if (proofEvents.take(buffer, offset, header, ordinal, facts)) {
            return proofEvents.subject();
        }

        if (chargebackEvents.take(buffer, offset, header, payment, facts)) {
            return chargebackEvents.subject();
        }
        if (clawbackEvents.take(buffer, offset, header, facts)) {
            return clawbackEvents.subject();
        }
        if (webhookEvents.take(buffer, offset, header, facts)) {
            return webhookEvents.subject();
        }
        if (approvalEvents.take(buffer, offset, header, facts)) {
            return approvalEvents.subject();
        }
        if (treatmentEvents.take(buffer, offset, header, facts)) {
            return treatmentEvents.subject();
        }
        if (adjustmentEvents.take(buffer, offset, header, facts)) {
            return adjustmentEvents.subject();
        }
        throw new IllegalStateException(
                "nothing in the view knows the event " + EventNames.of(header.templateId()));
    }

    /** Breaks and statements are the staff's, whatever payment they are about. */
    private static boolean isProof(int template) {
        return (template >= 230 && template < 240) || (template >= 280 && template < 290);
    }

    /** So are approvals, and what they do to breaks and to the operator's own money. */
    private static boolean isFourEyes(int template) {
        return template >= 360 && template < 380;
    }

    private Parties partiesOf(int template, long payment, long subject) {
        if (isFourEyes(template)) {
            return Parties.NOBODY;
        }
        if (isProof(template)) {
            return proofEvents.parties();
        }
        if (PaymentLinkEvents.isOne(template)) {
            return linkParties.of(subject);
        }
        if (payment != 0) {
            return paymentParties.of(payment);
        }
        if (ClawbackEvents.isOne(template)) {
            return clawbackEvents.parties();
        }
        if (WalletEvents.isOne(template)) {
            return walletEvents.parties();
        }
        if (EventNames.of(template).startsWith("payout.")) {
            return payoutParties.of(subject);
        }
        if (WebhookEvents.isOne(template)) {
            return endpointParties.of(subject);
        }
        return ChainedEvents.contains(template) ? Parties.NOBODY : registryEvents.parties();
    }
}
