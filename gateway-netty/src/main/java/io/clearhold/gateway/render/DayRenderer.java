package io.clearhold.gateway.render;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.SafeguardingResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.DayReport;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reconciliations of days, and safeguarding. Confined to one thread. */
public final class DayRenderer {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName DATE = JsonName.of("date");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName CUT_AT = JsonName.of("cut_at");
    private static final JsonName CUT_SEQUENCE = JsonName.of("cut_sequence");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName ACCOUNTS = JsonName.of("accounts");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName OPENING = JsonName.of("opening");
    private static final JsonName DEBITS = JsonName.of("debits");
    private static final JsonName CREDITS = JsonName.of("credits");
    private static final JsonName CLOSING = JsonName.of("closing");
    private static final JsonName WAYS = JsonName.of("ways");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName MOVEMENT = JsonName.of("movement");
    private static final JsonName PAYMENTS = JsonName.of("payments");
    private static final JsonName BATCHES = JsonName.of("batches");
    private static final JsonName BANK = JsonName.of("bank");
    private static final JsonName TIMING = JsonName.of("timing");
    private static final JsonName COUNT = JsonName.of("count");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName FEES = JsonName.of("fees");
    private static final JsonName DIFFERENCE = JsonName.of("difference");
    private static final JsonName STATEMENTS = JsonName.of("statements");
    private static final JsonName STATEMENT = JsonName.of("statement");
    private static final JsonName COMPLETE = JsonName.of("complete");
    private static final JsonName BOOKED = JsonName.of("booked");
    private static final JsonName BREAKS = JsonName.of("breaks");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName DIRECTION = JsonName.of("direction");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName HEADROOM = JsonName.of("headroom");
    private static final JsonName SAFEGUARDED = JsonName.of("safeguarded");
    private static final JsonName OWED = JsonName.of("owed");
    private static final JsonName OPEN_CREDIT = JsonName.of("open_credit_breaks");
    private static final JsonName OPEN_DEBIT = JsonName.of("open_debit_breaks");
    private static final JsonName SUSPENSE = JsonName.of("suspense");
    private static final JsonName SUSPENSE_OUT = JsonName.of("suspense_out");
    private static final JsonName HOLDS = JsonName.of("holds");
    private static final JsonName TOTALS = JsonName.of("totals");

    private final GatewaySettings settings;

    public DayRenderer(GatewaySettings settings) {
        this.settings = settings;
    }

    /** A day that is cut, and proved once its statements are complete and say what we booked. */
    public void day(DayReport report, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "reconciliation");
        out.member(DATE, date(report.day()));
        out.member(STATUS, isProved(report) ? "proved" : "cut");
        out.memberTime(CUT_AT, report.cutAtMs());
        out.name(CUT_SEQUENCE).quoted(report.cutSequence());
        accounts(report.totals(), out);
        out.name(WAYS).beginArray();
        report.ways().forEach(way -> way(way, out));
        out.endArray();
        out.name(STATEMENTS).beginArray();
        report.bank().forEach(bank -> bank(bank, out));
        out.endArray();
        out.name(BREAKS).beginArray();
        for (DayReport.BreakSum sum : report.openedBreaks()) {
            out.beginObject();
            out.member(TYPE, sum.type());
            out.member(DIRECTION, sum.direction());
            out.member(CURRENCY, Currencies.code(sum.currency()));
            out.member(COUNT, sum.count());
            out.member(AMOUNT, sum.amount());
            out.endObject();
        }
        out.endArray().endObject();
    }

    /** The open day, as it stands now. */
    public void openDay(int day, List<DayReport.KindTotals> totals, long sequence, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "reconciliation");
        out.member(DATE, date(day));
        out.member(STATUS, "open");
        out.memberNull(CUT_AT);
        out.memberNull(CUT_SEQUENCE);
        out.name(SEQUENCE).quoted(sequence);
        accounts(totals, out);
        for (JsonName empty : List.of(WAYS, STATEMENTS, BREAKS)) {
            out.name(empty).beginArray().endArray();
        }
        out.endObject();
    }

    /**
     * Every currency that money moved in through a bank has a complete statement of the day, and
     * its closing balance is our account by statement date.
     */
    static boolean isProved(DayReport report) {
        for (DayReport.KindTotals totals : report.totals()) {
            boolean throughBank =
                    switch (totals.kind()) {
                        case BANK, IN_TRANSIT, OUTGOING, SUSPENSE_OUT -> true;
                        default -> false;
                    };
            boolean stated =
                    report.bank().stream()
                            .anyMatch(bank ->
                                    bank.currency() == totals.currency()
                                            && bank.complete()
                                            && bank.closing() == bank.booked());
            if (throughBank && !stated) {
                return false;
            }
        }
        return true;
    }

    /** Promises I7 and I8 by kind of account, in every currency. */
    public void safeguarding(SafeguardingResultDecoder result, JsonWriter out) {
        List<long[]> currencies = new ArrayList<>();
        for (SafeguardingResultDecoder.CurrenciesDecoder currency : result.currencies()) {
            currencies.add(
                    new long[] {
                        currency.currency(),
                        currency.headroom(),
                        currency.openCredit(),
                        currency.openDebit()
                    });
        }
        List<DayReport.KindTotals> totals = totals(result);
        out.beginObject();
        out.member(OBJECT, "safeguarding");
        out.member(DATE, date(result.openDay()));
        out.name(SEQUENCE).quoted(result.sequence());
        out.name(DATA).beginArray();
        for (long[] currency : currencies) {
            position((int) currency[0], totals, currency[2], currency[3], out);
        }
        out.endArray().endObject();
    }

    /** The same of a day that is cut; what was open as a break then is what suspense held. */
    public void safeguarding(DayReport report, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "safeguarding");
        out.member(DATE, date(report.day()));
        out.name(SEQUENCE).quoted(report.cutSequence());
        out.name(DATA).beginArray();
        report.totals().stream()
                .mapToInt(DayReport.KindTotals::currency)
                .distinct()
                .forEach(currency -> {
                    long suspense = balance(report.totals(), AccountKind.SUSPENSE, currency);
                    long out1 = balance(report.totals(), AccountKind.SUSPENSE_OUT, currency);
                    position(currency, report.totals(), suspense, out1, out);
                });
        out.endArray();
        out.name(STATEMENTS).beginArray();
        report.bank().forEach(bank -> bank(bank, out));
        out.endArray().endObject();
    }

    /** What the ledger answered, as totals from the beginning. */
    public static List<DayReport.KindTotals> totals(SafeguardingResultDecoder result) {
        result.sbeRewind();
        for (SafeguardingResultDecoder.CurrenciesDecoder currency : result.currencies()) {
            // The totals stand behind the currencies.
            currency.currency();
        }
        List<DayReport.KindTotals> totals = new ArrayList<>();
        for (SafeguardingResultDecoder.TotalsDecoder total : result.totals()) {
            totals.add(
                    new DayReport.KindTotals(
                            AccountKind.of(total.kind()),
                            total.currency(),
                            0,
                            0,
                            total.debits(),
                            total.credits()));
        }
        return totals;
    }

    private void position(
            int currency,
            List<DayReport.KindTotals> totals,
            long openCredit,
            long openDebit,
            JsonWriter out) {
        long safeguarded =
                balance(totals, AccountKind.BANK, currency)
                        + balance(totals, AccountKind.IN_TRANSIT, currency);
        long suspense = balance(totals, AccountKind.SUSPENSE, currency);
        long suspenseOut = balance(totals, AccountKind.SUSPENSE_OUT, currency);
        long owed =
                balance(totals, AccountKind.ESCROW, currency)
                        + balance(totals, AccountKind.AVAILABLE, currency)
                        + balance(totals, AccountKind.RESERVE, currency)
                        + balance(totals, AccountKind.OUTGOING, currency)
                        + suspense;
        long headroom =
                balance(totals, AccountKind.FEES, currency)
                        + balance(totals, AccountKind.OWN_FUNDS, currency)
                        + balance(totals, AccountKind.RISK_RESERVE, currency)
                        - balance(totals, AccountKind.CHANNEL_COST, currency)
                        - balance(totals, AccountKind.DEBT, currency)
                        - suspenseOut;
        boolean holds =
                safeguarded - owed == headroom
                        && headroom >= 0
                        && suspense == openCredit
                        && suspenseOut == openDebit;
        out.beginObject();
        out.member(CURRENCY, Currencies.code(currency));
        out.member(SAFEGUARDED, safeguarded);
        out.member(OWED, owed);
        out.member(HEADROOM, headroom);
        out.member(SUSPENSE, suspense);
        out.member(OPEN_CREDIT, openCredit);
        out.member(SUSPENSE_OUT, suspenseOut);
        out.member(OPEN_DEBIT, openDebit);
        out.member(HOLDS, holds);
        out.name(TOTALS).beginObject();
        for (AccountKind kind : AccountKind.values()) {
            out.name(kind.label()).number(balance(totals, kind, currency));
        }
        out.endObject().endObject();
    }

    private static long balance(List<DayReport.KindTotals> totals, AccountKind kind, int currency) {
        for (DayReport.KindTotals total : totals) {
            if (total.kind() == kind && total.currency() == currency) {
                return normal(kind, total.debits() - total.credits());
            }
        }
        return 0;
    }

    private static long normal(AccountKind kind, long debitBalance) {
        return kind.normalSide() == AccountKind.Side.DEBIT ? debitBalance : -debitBalance;
    }

    private static void accounts(List<DayReport.KindTotals> totals, JsonWriter out) {
        out.name(ACCOUNTS).beginArray();
        for (DayReport.KindTotals total : totals) {
            AccountKind kind = total.kind();
            out.beginObject();
            out.member(ACCOUNT, kind.label());
            out.member(CURRENCY, Currencies.code(total.currency()));
            out.member(OPENING, normal(kind, total.debitsBefore() - total.creditsBefore()));
            out.member(DEBITS, total.debits() - total.debitsBefore());
            out.member(CREDITS, total.credits() - total.creditsBefore());
            out.member(CLOSING, normal(kind, total.debits() - total.credits()));
            out.endObject();
        }
        out.endArray();
    }

    private void way(DayReport.Way way, JsonWriter out) {
        long difference = way.paymentsAmount() - way.batchesGross() - way.unprovenAmount();
        out.beginObject();
        out.member(CHANNEL, settings.channelName(way.channel()));
        out.member(CURRENCY, Currencies.code(way.currency()));
        out.member(MOVEMENT, way.movement());
        sum(PAYMENTS, way.payments(), way.paymentsAmount(), out).endObject();
        sum(BATCHES, way.batches(), way.batchesGross(), out)
                .member(FEES, way.batchesFees())
                .endObject();
        sum(BANK, way.bankLines(), way.bankCash(), out).endObject();
        sum(TIMING, way.unproven(), way.unprovenAmount(), out).endObject();
        out.member(DIFFERENCE, difference);
        out.endObject();
    }

    private static JsonWriter sum(JsonName name, long count, long amount, JsonWriter out) {
        out.name(name).beginObject();
        out.member(COUNT, count);
        return out.member(AMOUNT, amount);
    }

    private void bank(DayReport.BankDay bank, JsonWriter out) {
        out.beginObject();
        out.member(CHANNEL, settings.channelName(bank.channel()));
        out.member(CURRENCY, Currencies.code(bank.currency()));
        out.member(STATEMENT, IdKind.STATEMENT, bank.statement());
        out.member(COMPLETE, bank.complete());
        if (bank.stated()) {
            out.member(OPENING, bank.opening());
            out.member(CLOSING, bank.closing());
            out.member(DIFFERENCE, bank.closing() - bank.booked());
        } else {
            out.memberNull(OPENING);
            out.memberNull(CLOSING);
            out.memberNull(DIFFERENCE);
        }
        out.member(BOOKED, bank.booked());
        out.endObject();
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
