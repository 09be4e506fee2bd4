package io.clearhold.ledger.projection.fact;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.book.PostingConsumer;
import io.clearhold.core.book.PostingRules;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.money.Currencies;
import io.clearhold.ledger.projection.row.CopyBuffer;
import io.clearhold.ledger.projection.row.TableChanges;
import java.sql.Connection;
import java.sql.SQLException;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The postings of events, by the core's own rules: as JSON for the event, as differences of
 * balances and of what payments hold, and as entries of accounts. Confined to one thread.
 */
final class Postings implements PostingConsumer {
    private static final String COPY_ENTRIES =
            "COPY entries (sequence, ordinal, place, account, kind, currency, amount, type, payment,"
                    + " at_ms) FROM STDIN";

    private final PostingRules rules = new PostingRules();
    private final TableChanges payments;
    private final ChannelNames channels;
    private final BalanceDifferences balances = new BalanceDifferences();
    private final CopyBuffer entries = new CopyBuffer();
    private final StringBuilder json = new StringBuilder(256);
    private EventPlace place = EventPlace.NONE;
    private int count;

    Postings(TableChanges payments, ChannelNames channels) {
        this.payments = payments;
        this.channels = channels;
    }

    /** Takes the postings of one event; null if it moves no money. */
    @Nullable String take(DirectBuffer buffer, int offset, EventPlace event) {
        place = event;
        count = 0;
        json.setLength(0);
        json.append('[');
        rules.post(buffer, offset, this);
        return count == 0 ? null : json.append(']').toString();
    }

    @Override
    public void post(
            AccountKind debit,
            long debitOwner,
            AccountKind credit,
            long creditOwner,
            int currency,
            long amountMinor) {
        json.append(count == 0 ? "{\"debit\":\"" : ",{\"debit\":\"");
        account(debit, debitOwner);
        json.append("\",\"credit\":\"");
        account(credit, creditOwner);
        json.append("\",\"amount\":").append(amountMinor).append(",\"currency\":\"");
        json.append(Currencies.code(currency)).append("\"}");
        boolean debitGrows = debit.normalSide() == AccountKind.Side.DEBIT;
        boolean creditGrows = credit.normalSide() == AccountKind.Side.CREDIT;
        change(debit, debitOwner, currency, debitGrows ? amountMinor : -amountMinor, 2 * count);
        change(
                credit,
                creditOwner,
                currency,
                creditGrows ? amountMinor : -amountMinor,
                2 * count + 1);
        count++;
    }

    int rows() {
        return balances.size() + entries.rows();
    }

    void clear() {
        balances.clear();
        entries.clear();
    }

    void write(Connection connection) throws SQLException {
        balances.write(connection);
        entries.copyTo(connection, COPY_ENTRIES);
    }

    private void change(AccountKind kind, long owner, int currency, long difference, int entry) {
        switch (kind.owner()) {
            case PAYMENT -> {
                payments.change(owner).add(PaymentColumns.HELD, difference);
                balances.add(kind, 0, currency, difference);
            }
            case ACCOUNT -> {
                balances.add(kind, owner, currency, difference);
                entries.putNumber(place.sequence());
                entries.putNumber(place.ordinal());
                entries.putNumber(entry);
                entries.putNumber(owner);
                entries.putText(kind.label());
                entries.putText(Currencies.code(currency));
                entries.putNumber(difference);
                entries.putText(place.type());
                entries.putNumber(place.payment());
                entries.putNumber(place.atMs());
                entries.endRow();
            }
            case CHANNEL, OPERATOR -> balances.add(kind, owner, currency, difference);
        }
    }

    private void account(AccountKind kind, long owner) {
        json.append(kind.label());
        switch (kind.owner()) {
            case CHANNEL -> json.append(':').append(channels.of(owner));
            case ACCOUNT -> json.append(':').append(ObjectId.toText(IdKind.ACCOUNT, owner));
            case PAYMENT -> json.append(':').append(ObjectId.toText(IdKind.PAYMENT, owner));
            case OPERATOR -> {
                // The operator's own accounts have no owner to name.
            }
        }
    }
}
