package io.clearhold.ledger.simulation;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.book.PostingConsumer;
import io.clearhold.core.book.PostingRules;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExpiredDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * A view as PostgreSQL has one: rows made from events alone, kept with their position, through
 * every crash of the server. At the same position it must say what the state says.
 */
final class View implements PostingConsumer {
    private record Account(AccountKind kind, long owner, int currency) {}

    private static final class Row {
        private PaymentStatus status = PaymentStatus.CREATED;
        private long collected;
        private long released;
        private long refunded;
    }

    private final World world;
    private final Frame frame = new Frame();
    private final PostingRules rules = new PostingRules();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final io.clearhold.core.codec.ChainDecoder chain =
            new io.clearhold.core.codec.ChainDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final PaymentReleasedDecoder released = new PaymentReleasedDecoder();
    private final RefundCreatedDecoder refundCreated = new RefundCreatedDecoder();
    private final ChargebackOpenedDecoder charged = new ChargebackOpenedDecoder();
    private final ChargebackWonDecoder won = new ChargebackWonDecoder();
    private final RefundFailedDecoder refundFailed = new RefundFailedDecoder();
    private final Long2ObjectHashMap<Row> payments = new Long2ObjectHashMap<>();
    private final Map<Account, long[]> balances = new HashMap<>();
    private long position;
    private long awayUntilMs;

    View(World world) {
        this.world = world;
    }

    /** A start of the server: no view may be ahead of the journal. */
    void reconnect(long watermark) {
        if (position > watermark) {
            throw new PromiseBrokenException(
                    "I6", "the view is at %d, the journal ends at %d", position, watermark);
        }
    }

    void turn(JournalReader reader) {
        if (world.faults().strikes(Fault.VIEW_AWAY)) {
            awayUntilMs = world.agenda().nowMs() + world.delayMs(3_600_000);
        }
        if (world.agenda().nowMs() >= awayUntilMs) {
            catchUp(reader);
        }
    }

    void catchUp(JournalReader reader) {
        while (reader.read(position + 1, frame)) {
            position++;
            frame.rewindEvents();
            while (frame.nextEvent()) {
                take(frame.buffer(), frame.eventOffset());
            }
        }
    }

    /** I6; means nothing unless the view has caught up with this very state. */
    void compare(LedgerState state) {
        if (position != state.sequence()) {
            return;
        }
        world.tally().viewsCompared++;
        PaymentTable table = state.payments();
        for (int i = 0; i < table.size(); i++) {
            Row row = payments.get(table.id(i));
            boolean same =
                    row != null
                            && row.status == table.status(i)
                            && row.collected == table.collected(i)
                            && row.released == table.released(i)
                            && row.refunded == table.refunded(i);
            if (!same) {
                throw new PromiseBrokenException(
                        "I6", "the view shows payment %d otherwise than the state", table.id(i));
            }
        }
        balances.forEach((account, balance) -> {
            boolean ofAccount = account.kind() == AccountKind.AVAILABLE;
            if (ofAccount
                    && state.book().balance(account.kind(), account.owner(), account.currency())
                            != balance[0]) {
                throw new PromiseBrokenException(
                        "I6", "the view has %d for %s", balance[0], account);
            }
        });
    }

    private void take(DirectBuffer buffer, int offset) {
        rules.post(buffer, offset, this);
        int template = header.wrap(buffer, offset).templateId();
        if (!ChainedEvents.contains(template)) {
            return;
        }
        chain.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH);
        long payment = chain.payment();
        switch (template) {
            case PaymentCreatedDecoder.TEMPLATE_ID -> payments.put(payment, new Row());
            case PaymentPendingDecoder.TEMPLATE_ID -> row(payment).status = PaymentStatus.PENDING;
            case PaymentDeclinedDecoder.TEMPLATE_ID -> row(payment).status = PaymentStatus.CREATED;
            case PaymentShippedDecoder.TEMPLATE_ID -> row(payment).status = PaymentStatus.SHIPPED;
            case PaymentCanceledDecoder.TEMPLATE_ID -> row(payment).status = PaymentStatus.CANCELED;
            case PaymentExpiredDecoder.TEMPLATE_ID -> row(payment).status = PaymentStatus.EXPIRED;
            case PaymentHeldDecoder.TEMPLATE_ID -> {
                held.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.HELD;
                row.collected += held.amount();
            }
            case PaymentReleasedDecoder.TEMPLATE_ID -> {
                released.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.of(released.statusAfter());
                row.released += released.amount();
            }
            case RefundCreatedDecoder.TEMPLATE_ID -> {
                refundCreated.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.of(refundCreated.statusAfter());
                row.refunded += refundCreated.amount();
                row.released -= refundCreated.legs().count() > 0 ? refundCreated.amount() : 0;
            }
            case ChargebackOpenedDecoder.TEMPLATE_ID -> {
                charged.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.of(charged.statusAfter());
                row.released -= charged.amount() - charged.fromHeld() - charged.excess();
            }
            case ChargebackWonDecoder.TEMPLATE_ID -> {
                won.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.of(won.statusAfter());
                row.released += won.amount() - won.fromHeld() - won.excess();
            }
            case RefundFailedDecoder.TEMPLATE_ID -> {
                refundFailed.wrapAndApplyHeader(buffer, offset, header);
                Row row = row(payment);
                row.status = PaymentStatus.of(refundFailed.statusAfter());
                row.refunded -= refundFailed.amount();
                row.released += refundFailed.legs().count() > 0 ? refundFailed.amount() : 0;
            }
            default -> {
                // Nothing that a row shows.
            }
        }
    }

    private Row row(long payment) {
        return java.util.Objects.requireNonNull(payments.get(payment));
    }

    @Override
    public void post(
            AccountKind debit,
            long debitOwner,
            AccountKind credit,
            long creditOwner,
            int currency,
            long amountMinor) {
        move(debit, debitOwner, currency, AccountKind.Side.DEBIT, amountMinor);
        move(credit, creditOwner, currency, AccountKind.Side.CREDIT, amountMinor);
    }

    private void move(
            AccountKind kind, long owner, int currency, AccountKind.Side side, long amount) {
        if (kind == AccountKind.AVAILABLE) {
            balances.computeIfAbsent(new Account(kind, owner, currency), key -> new long[1])[0] +=
                    side == kind.normalSide() ? amount : -amount;
        }
    }
}
