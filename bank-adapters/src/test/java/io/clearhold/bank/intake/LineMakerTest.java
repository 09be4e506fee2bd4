package io.clearhold.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.statement.AccountIdentification;
import io.clearhold.bank.statement.EntryDetail;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.EntryStatus;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.statement.Page;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.proof.EntrySide;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line is the same in every file that shows it, and names our instruction if the bank does. */
class LineMakerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final long INSTRUCTION = ObjectId.of(0, 77, 1);
    private static final String REFERENCE = ObjectId.toText(IdKind.INSTRUCTION, INSTRUCTION);

    private final StatementHead head = head("S-1");

    @Test
    void shouldKeepItsIdentityInAnotherFile() {
        StatementLine one = lines(head, entry("B-1", 100, detail(REFERENCE, 100))).getFirst();
        StatementLine again =
                lines(head("S-2"), entry("B-1", 100, detail(REFERENCE, 100))).getFirst();
        assertThat(again.identityHigh()).isEqualTo(one.identityHigh());
        assertThat(again.identityLow()).isEqualTo(one.identityLow());
        assertThat(again.content()).isEqualTo(one.content());
        assertThat(one.instruction()).isEqualTo(INSTRUCTION);
        assertThat(one.side()).isEqualTo(EntrySide.CREDIT);
        assertThat(one.day()).isEqualTo((int) DAY.toEpochDay());
    }

    @Test
    void shouldShowByItsContentThatItChanged() {
        StatementLine one = lines(head, entry("B-1", 100, detail(REFERENCE, 100))).getFirst();
        StatementLine other = lines(head, entry("B-1", 101, detail(REFERENCE, 101))).getFirst();
        assertThat(other.identityHigh()).isEqualTo(one.identityHigh());
        assertThat(other.content()).isNotEqualTo(one.content());
    }

    @Test
    void shouldTellTwoEqualMovementsOfOneFileApart() {
        LineMaker maker = new LineMaker(1);
        StatementEntry entry = entry("", 100, detail("", 100));
        StatementLine one = maker.lines(head, entry).getFirst();
        StatementLine two = maker.lines(head, entry).getFirst();
        assertThat(two.identityHigh()).isNotEqualTo(one.identityHigh());
    }

    @Test
    void shouldPostABatchThatAddsUpTransactionByTransaction() {
        List<StatementLine> lines =
                lines(head, entry("B-9", 100, detail(REFERENCE, 60), detail("other", 40)));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).grossMinor()).isEqualTo(60);
        assertThat(lines.get(0).instruction()).isEqualTo(INSTRUCTION);
        assertThat(lines.get(1).instruction()).isEqualTo(ObjectId.NONE);
        assertThat(lines.get(1).identityHigh()).isNotEqualTo(lines.get(0).identityHigh());
    }

    @Test
    void shouldPostABatchThatDoesNotAddUpAsOneLineWithoutReference() {
        List<StatementLine> lines =
                lines(head, entry("B-9", 100, detail(REFERENCE, 60), detail("other", 50)));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().grossMinor()).isEqualTo(100);
        assertThat(lines.getFirst().instruction()).isEqualTo(ObjectId.NONE);
    }

    private static List<StatementLine> lines(StatementHead head, StatementEntry entry) {
        return new LineMaker(1).lines(head, entry);
    }

    private static StatementHead head(String id) {
        return new StatementHead(
                1,
                1,
                new AccountIdentification(AccountIdentification.Scheme.OTHER, "SANDBOX-CNY"),
                "CNY",
                id,
                "",
                "",
                Page.ONLY,
                Optional.of(DAY),
                Optional.of(DAY),
                Optional.empty());
    }

    private static StatementEntry entry(String reference, long amount, EntryDetail... details) {
        return new StatementEntry(
                1,
                10,
                EntryDirection.CREDIT,
                amount,
                "CNY",
                EntryStatus.BOOKED,
                false,
                Optional.of(DAY),
                Optional.of(DAY),
                "",
                reference,
                "",
                List.of(details));
    }

    private static EntryDetail detail(String endToEndId, long amount) {
        return new EntryDetail(
                11,
                endToEndId,
                "",
                "",
                "",
                "",
                Optional.of(new MoneyAmount(amount, "CNY")),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "");
    }
}
