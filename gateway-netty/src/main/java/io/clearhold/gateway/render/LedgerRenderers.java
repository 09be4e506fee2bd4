package io.clearhold.gateway.render;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.BalanceResultDecoder;
import io.clearhold.core.codec.ClockResultDecoder;
import io.clearhold.core.codec.TrialBalanceResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** Balances, the trial balance and the clock. */
final class LedgerRenderers {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName BALANCES = JsonName.of("balances");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName AVAILABLE = JsonName.of("available");
    private static final JsonName UNSETTLED = JsonName.of("unsettled");
    private static final JsonName RESERVE = JsonName.of("reserve");
    private static final JsonName HELD = JsonName.of("held");
    private static final JsonName OUTGOING = JsonName.of("outgoing");
    private static final JsonName DEBT = JsonName.of("debt");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName DEBITS = JsonName.of("debits");
    private static final JsonName CREDITS = JsonName.of("credits");
    private static final JsonName TOTALS = JsonName.of("totals");
    private static final JsonName NOW = JsonName.of("now");

    private LedgerRenderers() {}

    static void balance(BalanceResultDecoder result, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "balance");
        out.member(ACCOUNT, IdKind.ACCOUNT, result.account());
        out.name(SEQUENCE).quoted(result.sequence());
        out.name(BALANCES).beginArray();
        for (BalanceResultDecoder.BalancesDecoder balance : result.balances()) {
            out.beginObject();
            out.member(CURRENCY, Currencies.code(balance.currency()));
            out.member(AVAILABLE, balance.available());
            out.member(UNSETTLED, balance.unsettled());
            out.member(RESERVE, balance.reserve());
            out.member(HELD, balance.held());
            out.member(OUTGOING, balance.outgoing());
            out.member(DEBT, balance.debt());
            out.endObject();
        }
        out.endArray().endObject();
    }

    /** The totals of every currency stand in one group behind the currencies. */
    static void trialBalance(TrialBalanceResultDecoder result, JsonWriter out) {
        TrialBalanceResultDecoder.CurrenciesDecoder currencies = result.currencies();
        int count = currencies.count();
        int[] numbers = new int[count];
        long[] debits = new long[count];
        long[] credits = new long[count];
        for (int i = 0; i < count; i++) {
            currencies.next();
            numbers[i] = currencies.currency();
            debits[i] = currencies.debits();
            credits[i] = currencies.credits();
        }
        TrialBalanceResultDecoder.TotalsDecoder totals = result.totals();
        int totalCount = totals.count();
        int[] totalCurrencies = new int[totalCount];
        String[] labels = new String[totalCount];
        long[] balances = new long[totalCount];
        for (int i = 0; i < totalCount; i++) {
            totals.next();
            totalCurrencies[i] = totals.currency();
            labels[i] = AccountKind.of(totals.kind()).label();
            balances[i] = totals.balance();
        }
        out.beginObject();
        out.member(OBJECT, "trial_balance");
        out.name(SEQUENCE).quoted(result.sequence());
        out.name(DATA).beginArray();
        for (int i = 0; i < count; i++) {
            out.beginObject();
            out.member(CURRENCY, Currencies.code(numbers[i]));
            out.member(DEBITS, debits[i]);
            out.member(CREDITS, credits[i]);
            out.name(TOTALS).beginObject();
            for (int k = 0; k < totalCount; k++) {
                if (totalCurrencies[k] == numbers[i]) {
                    out.name(labels[k]).number(balances[k]);
                }
            }
            out.endObject().endObject();
        }
        out.endArray().endObject();
    }

    static void clock(ClockResultDecoder result, JsonWriter out) {
        out.beginObject();
        out.member(OBJECT, "sandbox_clock");
        out.memberTime(NOW, result.targetMs());
        out.endObject();
    }
}
