package io.clearhold.config.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.ledger.replay.Replay;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a replay came to.
 *
 * @param stateHash 32 hexadecimal digits, as the API shows it
 * @param verified whether every command was decided again
 * @param differenceCount commands that came to something else
 * @param differences the first of them, a sentence each
 * @param damage where the journal is damaged
 */
public record ReplayReport(
        String mode,
        String journalId,
        long frames,
        long sequence,
        String lastTime,
        String stateHash,
        List<Totals> trialBalance,
        boolean verified,
        long differenceCount,
        List<String> differences,
        Optional<String> damage) {
    /** One currency, in minor units. */
    public record Totals(
            String currency, long debits, long credits, long imbalance, List<Balance> balances) {}

    /** All accounts of one kind, positive on its normal side. */
    public record Balance(String kind, long amount) {}

    static ReplayReport of(Replay replay, boolean verified, Optional<String> damage) {
        LedgerState state = replay.machine().state();
        HexFormat hex = HexFormat.of();
        return new ReplayReport(
                state.settings().isConfigured() ? state.settings().mode().label() : "none",
                hex.toHexDigits(state.settings().journalIdHigh())
                        + hex.toHexDigits(state.settings().journalIdLow()),
                replay.frames(),
                state.sequence(),
                Instant.ofEpochMilli(state.logTimeMs()).toString(),
                hex.toHexDigits(state.hashHigh()) + hex.toHexDigits(state.hashLow()),
                trialBalance(state),
                verified,
                replay.differenceCount(),
                replay.differences(),
                damage);
    }

    private static List<Totals> trialBalance(LedgerState state) {
        List<Totals> all = new java.util.ArrayList<>();
        for (int currency : state.book().currencies()) {
            CurrencyTotals totals = state.book().totals(currency);
            List<Balance> balances =
                    java.util.Arrays.stream(AccountKind.values())
                            .map(kind -> new Balance(kind.label(), totals.balance(kind)))
                            .filter(balance -> balance.amount() != 0)
                            .toList();
            all.add(
                    new Totals(
                            Currencies.code(currency),
                            totals.debits(),
                            totals.credits(),
                            totals.imbalance(),
                            balances));
        }
        return List.copyOf(all);
    }

    /** Whether the journal is whole, the book balances, and nothing was decided differently. */
    public boolean isClean() {
        return damage.isEmpty()
                && differenceCount == 0
                && trialBalance.stream().allMatch(totals -> totals.imbalance() == 0);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(1_024);
        text.append("mode          %s%n".formatted(mode));
        text.append("journal id    %s%n".formatted(journalId));
        text.append("frames        %d%n".formatted(frames));
        text.append("sequence      %d%n".formatted(sequence));
        text.append("last time     %s%n".formatted(lastTime));
        text.append("state hash    %s%n".formatted(stateHash));
        text.append("trial balance in minor units\n");
        for (Totals totals : trialBalance) {
            text.append(
                    "  %s  debits %d  credits %d  imbalance %d%n"
                            .formatted(
                                    totals.currency(),
                                    totals.debits(),
                                    totals.credits(),
                                    totals.imbalance()));
            for (Balance balance : totals.balances()) {
                text.append("       %-14s %d%n".formatted(balance.kind(), balance.amount()));
            }
        }
        if (verified) {
            text.append("differences   %d%n".formatted(differenceCount));
            differences.forEach(difference -> text.append("  ").append(difference).append('\n'));
        }
        damage.ifPresent(sentence -> text.append("damaged: ").append(sentence).append('\n'));
        return text.toString();
    }

    /** For programs. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("mode", mode);
            json.writeStringField("journal_id", journalId);
            json.writeNumberField("frames", frames);
            json.writeNumberField("sequence", sequence);
            json.writeStringField("last_time", lastTime);
            json.writeStringField("state_hash", stateHash);
            json.writeArrayFieldStart("trial_balance");
            for (Totals totals : trialBalance) {
                json.writeStartObject();
                json.writeStringField("currency", totals.currency());
                json.writeNumberField("debits", totals.debits());
                json.writeNumberField("credits", totals.credits());
                json.writeNumberField("imbalance", totals.imbalance());
                json.writeObjectFieldStart("totals");
                for (Balance balance : totals.balances()) {
                    json.writeNumberField(balance.kind(), balance.amount());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("verified", verified);
            json.writeNumberField("differences", differenceCount);
            json.writeStringField("damage", damage.orElse(""));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text + "\n";
    }
}
