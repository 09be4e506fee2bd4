package io.clearhold.bank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.format.StatementFiles;
import io.clearhold.bank.statement.Balance;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.support.Readings;
import io.clearhold.bank.support.Seeds;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bank writes is read as what it has booked. */
class BankStatementTest {
    private static final long DAY_MS = 86_400_000;
    private static final long START_MS = 20_000 * DAY_MS;
    private static final int MAX_STATEMENTS = 1_000;

    @TempDir private Path folder = Path.of("");

    private final StatementFiles files = new StatementFiles(StatementLimits.DEFAULT);
    private long lastOrder;

    @Test
    void shouldBeReadAsItWasBooked() {
        Seeds.forEach(
                30,
                random -> {
                    BankBooks books = new BankBooks();
                    long nowMs = START_MS;
                    for (int i = random.nextInt(60); i >= 0; i--) {
                        nowMs += random.nextLong(DAY_MS);
                        move(books, random, nowMs);
                    }
                    LocalDate today = BankBooks.date(nowMs + random.nextLong(3 * DAY_MS));
                    List<BankStatement> written = statements(books, Optional.empty(), today);

                    Readings read = read(bytes(written));

                    assertThat(read.findings).isEmpty();
                    assertThat(read.ends).allMatch(end -> end.complete());
                    assertThat(heads(read)).isEqualTo(written.stream().map(this::head).toList());
                    assertThat(entries(read))
                            .isEqualTo(
                                    written.stream()
                                            .flatMap(statement -> statement.entries().stream())
                                            .map(this::text)
                                            .toList());
                });
    }

    @Test
    void shouldGiveTheSameBytesOfAPastDayWhateverComesLater() throws IOException {
        BankBooks books = new BankBooks();
        LocalDate day = BankBooks.date(START_MS);
        books.settle(order(InstructionKind.COLLECT, 1_000, "CNY", 0), START_MS);
        byte[] before = bytes(statements(books, Optional.of(day), day.plusDays(1)));

        books.settle(order(InstructionKind.COLLECT, 1_000, "USD", 0), START_MS + 2 * DAY_MS);
        // A clock that went back does not open a closed day.
        books.settle(order(InstructionKind.COLLECT, 1_000, "CNY", 0), START_MS);

        assertThat(bytes(statements(books, Optional.of(day), day.plusDays(9)))).isEqualTo(before);
    }

    @Test
    void shouldShowTheFeeThatTheBankKept() throws IOException {
        BankBooks books = new BankBooks();
        books.settle(order(InstructionKind.COLLECT, 12_900, "CNY", 60), START_MS);
        LocalDate day = BankBooks.date(START_MS);

        Readings read = read(bytes(statements(books, Optional.of(day), day)));

        StatementEntry entry = read.entries.getFirst();
        assertThat(entry.amountMinor()).isEqualTo(12_823);
        assertThat(entry.grossMinor()).isEqualTo(12_900);
        assertThat(entry.feeMinor()).isEqualTo(77);
        assertThat(read.findings).isEmpty();
    }

    @Test
    void shouldNameThePayoutThatComesBack() throws IOException {
        BankBooks books = new BankBooks();
        BankOrder payout = order(InstructionKind.PAYOUT, 500, "JPY", 0);
        books.settle(payout, START_MS);
        books.giveBack(payout, START_MS + 1);
        LocalDate day = BankBooks.date(START_MS);

        Readings read = read(bytes(statements(books, Optional.of(day), day)));

        StatementEntry back = read.entries.getLast();
        assertThat(back.direction()).isEqualTo(EntryDirection.CREDIT);
        assertThat(back.servicerReference()).isEqualTo(payout.reference() + "R");
        assertThat(back.details().getFirst().isReturn()).isTrue();
        assertThat(back.details().getFirst().servicerReference()).isEqualTo(payout.reference());
        assertThat(back.details().getFirst().endToEndId())
                .isEqualTo(read.entries.getFirst().details().getFirst().endToEndId());
    }

    @Test
    void shouldRefuseMoreDaysThanOneFileHolds() {
        BankBooks books = new BankBooks();
        books.settle(order(InstructionKind.COLLECT, 1, "CNY", 0), START_MS);
        LocalDate today = BankBooks.date(START_MS).plusDays(MAX_STATEMENTS);

        assertThat(StatementRequest.of(books, Optional.empty(), today, MAX_STATEMENTS))
                .isEqualTo(new StatementRequest.TooMany(MAX_STATEMENTS + 1));
        assertThat(StatementRequest.of(books, Optional.of(today.plusDays(1)), today, 1))
                .isEqualTo(new StatementRequest.Future(today));
    }

    private void move(BankBooks books, Random random, long atMs) {
        List<InstructionKind> kinds = List.of(InstructionKind.values());
        InstructionKind kind = kinds.get(random.nextInt(kinds.size()));
        String currency = List.of("CNY", "USD", "JPY", "KWD").get(random.nextInt(4));
        long amountMinor = 1 + random.nextLong(random.nextBoolean() ? 100 : 100_000_000_000L);
        BankOrder order = order(kind, amountMinor, currency, random.nextInt(200));
        books.settle(order, atMs);
        switch (kind) {
            case PAYOUT -> {
                if (random.nextBoolean()) {
                    books.giveBack(order, atMs + 1);
                }
            }
            case COLLECT -> {
                if (random.nextInt(5) == 0) {
                    books.chargeBack(order, atMs + 1);
                }
            }
            case REFUND, TOPUP, OWN_FUNDS, WITHDRAWAL, CONTEST, GIVE_BACK -> {}
        }
    }

    private BankOrder order(InstructionKind kind, long amountMinor, String currency, int feeBps) {
        lastOrder++;
        BankOrder order =
                new BankOrder(
                        new JournalLine.OrderTaken(
                                lastOrder,
                                ObjectId.of(1, lastOrder, 0),
                                kind,
                                amountMinor,
                                currency,
                                0,
                                Scenario.SUCCEEDS,
                                feeBps,
                                START_MS));
        order.step();
        return order;
    }

    private static List<BankStatement> statements(
            BankBooks books, Optional<LocalDate> date, LocalDate today) {
        if (StatementRequest.of(books, date, today, MAX_STATEMENTS)
                instanceof StatementRequest.Given given) {
            return given.statements();
        }
        throw new AssertionError("no statements");
    }

    private static byte[] bytes(List<BankStatement> statements) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CamtDocument.write(statements, out);
        return out.toByteArray();
    }

    private Readings read(byte[] content) throws IOException {
        Readings readings = new Readings();
        Path file = Files.write(folder.resolve("statement.xml"), content);
        assertThat(files.read(file, Optional.empty(), readings))
                .isInstanceOf(ReadOutcome.Read.class);
        return readings;
    }

    private static List<String> heads(Readings read) {
        List<String> heads = new ArrayList<>();
        for (StatementHead head : read.heads) {
            Optional<Balance> closing = read.ends.get(head.ordinal() - 1).closing();
            heads.add(
                    String.join(
                            " ",
                            head.account().value(),
                            head.from().orElseThrow().toString(),
                            head.to().orElseThrow().toString(),
                            head.currency(),
                            "" + head.opening().orElseThrow().signedMinor(),
                            "" + closing.orElseThrow().signedMinor()));
        }
        return heads;
    }

    private String head(BankStatement statement) {
        return String.join(
                " ",
                BankAccount.identification(statement.currency()),
                statement.date().toString(),
                statement.date().toString(),
                statement.currency(),
                "" + statement.openingMinor(),
                "" + statement.closingMinor());
    }

    private static List<String> entries(Readings read) {
        return read.entries.stream()
                .map(entry ->
                        String.join(
                                " ",
                                entry.reference(),
                                entry.servicerReference(),
                                entry.details().getFirst().endToEndId(),
                                entry.direction().label(),
                                "" + entry.grossMinor(),
                                "" + entry.feeMinor(),
                                entry.currency(),
                                entry.bookingDate().orElseThrow().toString(),
                                "" + entry.details().getFirst().isReturn()))
                .toList();
    }

    private String text(BankEntry entry) {
        return String.join(
                " ",
                "" + entry.number(),
                entry.reference(),
                entry.instruction(),
                entry.movement().isCredit() ? "credit" : "debit",
                "" + entry.grossMinor(),
                "" + entry.feeMinor(),
                entry.currency(),
                BankBooks.date(entry.atMs()).toString(),
                "" + entry.movement().takesBack());
    }
}
