package io.clearhold.bank.intake;

import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.statement.EntryDetail;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.EntrySide;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes ledger lines of entries. A line's identity is the bank's own reference of the movement, so
 * that it is the same in every file that shows it; where the bank gives none, it is all that the
 * bank says. An entry whose transactions add up to it is posted transaction by transaction.
 * Confined to one thread and file.
 */
final class LineMaker {
    private final int channel;
    private final MessageDigest sha256;

    /** How often each identity came in this file: a movement that is shown twice is two lines. */
    private final Map<String, Integer> seen = new HashMap<>();

    LineMaker(int channel) {
        this.channel = channel;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    List<StatementLine> lines(StatementHead head, StatementEntry entry) {
        List<EntryDetail> details = entry.details();
        if (details.size() > 1 && addsUp(entry)) {
            List<StatementLine> lines = new ArrayList<>();
            for (int i = 0; i < details.size(); i++) {
                EntryDetail detail = details.get(i);
                long amount = detail.amount().orElseThrow().minor();
                lines.add(line(head, entry, amount, 0, Optional.of(detail), "#" + i));
            }
            return lines;
        }
        Optional<EntryDetail> only =
                details.size() == 1 ? Optional.of(details.getFirst()) : Optional.empty();
        return List.of(line(head, entry, entry.grossMinor(), entry.feeMinor(), only, ""));
    }

    private static boolean addsUp(StatementEntry entry) {
        long sum = 0;
        for (EntryDetail detail : entry.details()) {
            Optional<MoneyAmount> amount = detail.amount();
            boolean usable =
                    amount.isPresent()
                            && amount.get().minor() > 0
                            && amount.get().currency().equals(entry.currency())
                            && sum <= entry.amountMinor();
            if (!usable) {
                return false;
            }
            sum += Math.min(amount.get().minor(), entry.amountMinor() + 1);
        }
        return sum == entry.amountMinor();
    }

    private StatementLine line(
            StatementHead head,
            StatementEntry entry,
            long gross,
            long fee,
            Optional<EntryDetail> detail,
            String part) {
        EntrySide side =
                entry.direction() == EntryDirection.CREDIT ? EntrySide.CREDIT : EntrySide.DEBIT;
        LocalDate day =
                entry.bookingDate()
                        .or(entry::valueDate)
                        .or(head::to)
                        .orElse(LocalDate.EPOCH.plusDays(1));
        long instruction = detail.map(LineMaker::reference).orElse(ObjectId.NONE);
        String content = side + "|" + gross + "|" + fee + "|" + entry.currency() + "|" + day;
        String name = name(head, entry, detail, content) + part;
        String numbered = name + "|" + seen.merge(name, 1, Integer::sum);
        ByteBuffer identity = ByteBuffer.wrap(hash(numbered));
        ByteBuffer contentHash = ByteBuffer.wrap(hash(content + "|" + instruction));
        return new StatementLine(
                entry.ordinal(),
                entry.line(),
                identity.getLong(),
                identity.getLong(),
                contentHash.getLong() & Long.MAX_VALUE,
                side,
                gross,
                fee,
                Currencies.number(entry.currency()),
                instruction,
                (int) day.toEpochDay(),
                text(entry, detail));
    }

    /** The bank's own reference, or all that it says. */
    private String name(
            StatementHead head,
            StatementEntry entry,
            Optional<EntryDetail> detail,
            String content) {
        String account = channel + "|" + head.account().value() + "|" + head.currency() + "|";
        if (!entry.servicerReference().isEmpty()) {
            // Some banks give several movements of a day one reference.
            return account
                    + "s|"
                    + entry.servicerReference()
                    + "|"
                    + entry.direction()
                    + "|"
                    + entry.bookingDate().map(LocalDate::toString).orElse("")
                    + "|"
                    + detail.map(EntryDetail::endToEndId).orElse("");
        }
        if (!entry.reference().isEmpty() && !head.statementId().isEmpty()) {
            return account + "e|" + head.statementId() + "|" + entry.reference();
        }
        return account
                + "c|"
                + content
                + "|"
                + entry.reference()
                + "|"
                + entry.information()
                + "|"
                + detail.map(d -> d.endToEndId() + "|" + d.transactionId() + "|" + d.remittance())
                        .orElse("");
    }

    /** The instruction that the transaction names, wherever a bank may put our reference. */
    private static long reference(EntryDetail detail) {
        for (String text :
                List.of(
                        detail.endToEndId(),
                        detail.instructionId(),
                        detail.transactionId(),
                        detail.remittance().strip())) {
            long instruction = ObjectId.parse(IdKind.INSTRUCTION, text);
            if (instruction != ObjectId.NONE) {
                return instruction;
            }
        }
        return ObjectId.NONE;
    }

    private static String text(StatementEntry entry, Optional<EntryDetail> detail) {
        JsonText json = new JsonText().textIfAny("reference", entry.servicerReference());
        entry.valueDate().ifPresent(date -> json.text("value_date", date.toString()));
        detail.ifPresent(transaction ->
                json.textIfAny("end_to_end_id", transaction.endToEndId())
                        .textIfAny("counterparty", transaction.counterpartyName())
                        .textIfAny("remittance", transaction.remittance())
                        .textIfAny("return_reason", transaction.returnReason()));
        return json.textIfAny("information", entry.information()).members();
    }

    private byte[] hash(String text) {
        return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
