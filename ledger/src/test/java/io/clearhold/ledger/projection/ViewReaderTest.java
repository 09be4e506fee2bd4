package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.port.Channel;
import io.clearhold.core.view.AccountFilter;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.EntryCursor;
import io.clearhold.core.view.EntryPlace;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyFilter;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PaymentFilter;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutFilter;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundFilter;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.ledger.projection.list.ViewPool;
import io.clearhold.ledger.projection.list.ViewReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists over one view in which a little of everything has happened. */
class ViewReaderTest {
    private static final Scope ALL = new Scope.Everything();
    private static final Cursor FIRST = Cursor.first(100);

    @TempDir private static Path folder;
    private static TestPostgres postgres;
    private static TestLedger ledger;
    private static Traffic traffic;
    private static ViewPool pool;
    private static ViewReader view;

    @BeforeAll
    static void fill() throws Exception {
        postgres = TestPostgres.start(folder.resolve("postgres"));
        ledger = TestLedger.open(folder.resolve("journal"));
        traffic = new Traffic(ledger);
        traffic.everything();
        Projection projection =
                new Projection(
                        ledger.ledger(),
                        postgres.database(),
                        List.of(Channel.SANDBOX),
                        ProjectionSettings.DEFAULTS);
        try (projection) {
            projection.start();
            assertThat(projection.awaitPosition(ledger.watermark(), 60_000)).isTrue();
            assertThat(projection.awaitPosition(ledger.watermark() + 1, 1)).isFalse();
        }
        pool = ViewPool.open(postgres.database(), new ViewPool.Settings(2, 1_000, 5_000));
        view = new ViewReader(pool.connections(), projection);
    }

    @AfterAll
    static void stop() throws Exception {
        pool.close();
        ledger.close();
        postgres.close();
    }

    @Test
    void shouldPageThroughPaymentsNewestFirstAndBack() {
        List<Long> all = ids(view.payments(PaymentFilter.of(ALL), FIRST).rows());
        assertThat(all).hasSize(17).isSortedAccordingTo(Comparator.reverseOrder());
        List<Long> forward = new ArrayList<>();
        Page<PaymentRow> page = view.payments(PaymentFilter.of(ALL), Cursor.first(5));
        forward.addAll(ids(page.rows()));
        while (page.hasMore()) {
            page = view.payments(PaymentFilter.of(ALL), Cursor.after(forward.getLast(), 5));
            forward.addAll(ids(page.rows()));
        }
        assertThat(forward).isEqualTo(all);
        Page<PaymentRow> back = view.payments(PaymentFilter.of(ALL), Cursor.before(all.get(7), 5));
        assertThat(ids(back.rows())).isEqualTo(all.subList(2, 7));
        assertThat(back.hasMore()).isTrue();
        assertThat(back.position()).isEqualTo(ledger.watermark());
        Page<PaymentRow> top = view.payments(PaymentFilter.of(ALL), Cursor.before(all.get(3), 5));
        assertThat(ids(top.rows())).isEqualTo(all.subList(0, 3));
        assertThat(top.hasMore()).isFalse();
        assertThatThrownBy(() -> Cursor.first(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldShowAPaymentAsItStands() {
        PaymentFilter filter = PaymentFilter.of(ALL).withReference("order-3");
        PaymentRow payment = view.payments(filter, FIRST).rows().getFirst();
        assertThat(payment.text()).contains("\"reference\":\"order-3\"").doesNotContain("tok_");
        assertThat(payment.splits()).hasSize(1);
        assertThat(payment.splits().getFirst().fixed()).isEqualTo(1_290);
        assertThat(payment.amounts().collected())
                .isEqualTo(
                        payment.amounts().held()
                                + payment.amounts().released()
                                + payment.amounts().refunded());
        PaymentRow shipped =
                view.payments(PaymentFilter.of(ALL).withStatus(PaymentStatus.SHIPPED), FIRST)
                        .rows()
                        .getFirst();
        assertThat(shipped.shipment()).contains("\"carrier\":\"SF\"");
        assertThat(shipped.shippedAtMs()).isPositive();
        assertThat(shipped.amounts().refunded()).isEqualTo(900);
    }

    @Test
    void shouldFindPaymentsByEachField() {
        PaymentFilter all = PaymentFilter.of(ALL);
        assertThat(view.payments(all.withPayee(traffic.payee()), FIRST).rows()).hasSize(14);
        assertThat(view.payments(all.withPayer(traffic.payee()), FIRST).rows()).hasSize(3);
        assertThat(view.payments(all.withCurrency(Commands.CNY), FIRST).rows()).hasSize(17);
        assertThat(view.payments(all.withCurrency(840), FIRST).rows()).isEmpty();
        assertThat(view.payments(all.withReference("' OR 1=1 --"), FIRST).rows()).isEmpty();
        List<PaymentRow> rows = view.payments(all, FIRST).rows();
        long middle = rows.get(8).createdAtMs();
        List<PaymentRow> later =
                view.payments(all.withCreated(new TimeRange(middle, 0)), FIRST).rows();
        List<PaymentRow> earlier =
                view.payments(all.withCreated(new TimeRange(0, middle)), FIRST).rows();
        assertThat(later).allMatch(row -> row.createdAtMs() >= middle).isNotEmpty();
        assertThat(earlier).allMatch(row -> row.createdAtMs() < middle);
        assertThat(later.size() + earlier.size()).isEqualTo(rows.size());
        TimeRange future = new TimeRange(Long.MAX_VALUE, 0);
        assertThat(view.payments(all.withCreated(future), FIRST).rows()).isEmpty();
    }

    @Test
    void shouldShowACallerWhatIsHis() {
        Scope payee = new Scope.Account(traffic.payee());
        // Fourteen as the payee, three as the payer.
        assertThat(view.payments(PaymentFilter.of(payee), FIRST).rows()).hasSize(17);
        assertThat(view.payments(PaymentFilter.of(payee), Cursor.first(5)).rows())
                .isEqualTo(view.payments(PaymentFilter.of(ALL), Cursor.first(5)).rows());
        Scope nobody = new Scope.Account(1);
        assertThat(view.payments(PaymentFilter.of(nobody), FIRST).rows()).isEmpty();
        assertThat(view.accounts(AccountFilter.of(payee), FIRST).rows()).hasSize(1);
        assertThat(view.keys(new KeyFilter(payee, 0), FIRST).rows()).isEmpty();
        assertThat(view.keys(new KeyFilter(new Scope.Platform(1), 0), FIRST).rows()).hasSize(1);
        assertThat(view.payments(PaymentFilter.of(new Scope.Platform(1)), FIRST).rows())
                .hasSize(17);
        assertThat(view.payments(PaymentFilter.of(new Scope.Platform(2)), FIRST).rows()).isEmpty();
        assertThat(view.events(EventFilter.of(nobody), EventCursor.first(100)).rows()).isEmpty();
        assertThat(view.refunds(RefundFilter.of(nobody), FIRST).rows()).isEmpty();
        assertThat(view.payouts(PayoutFilter.of(nobody), FIRST).rows()).isEmpty();
    }

    @Test
    void shouldListRefundsAndPayouts() {
        assertThat(view.refunds(RefundFilter.of(ALL), FIRST).rows())
                .hasSize(4)
                .filteredOn(refund -> refund.status() == RefundStatus.FAILED)
                .singleElement()
                .satisfies(refund -> assertThat(refund.text()).isEqualTo("\"reason\":\"broken\""));
        assertThat(view.payouts(PayoutFilter.of(ALL), FIRST).rows())
                .hasSize(5)
                .allMatch(payout -> payout.text().equals("\"bank_account\":{\"number\":\"0001\"}"))
                .filteredOn(payout -> payout.status() == PayoutStatus.FAILED)
                .anyMatch(payout -> payout.failure() == FailureReason.CANCELED);
        PayoutFilter unknown =
                new PayoutFilter(ALL, 0, Optional.of(PayoutStatus.UNKNOWN), TimeRange.ALL);
        assertThat(view.payouts(unknown, FIRST).rows()).hasSize(1);
    }

    @Test
    void shouldNeverCutAFrameOfEvents() {
        List<EventRow> all = new ArrayList<>();
        Page<EventRow> page = view.eventsAfter(EventFilter.of(ALL), 0, 1);
        all.addAll(page.rows());
        while (page.hasMore()) {
            page = view.eventsAfter(EventFilter.of(ALL), all.getLast().sequence(), 1);
            all.addAll(page.rows());
        }
        assertThat(all).isEqualTo(view.eventsAfter(EventFilter.of(ALL), 0, 100).rows());
        assertThat(all).noneMatch(event -> event.type().startsWith("bank_instruction."));
        List<EventRow> newest = view.events(EventFilter.of(ALL), EventCursor.first(100)).rows();
        assertThat(newest.reversed()).isEqualTo(all);
        EventCursor older = EventCursor.after(EventPlace.of(newest.get(4)), 100);
        assertThat(view.events(EventFilter.of(ALL), older).rows())
                .isEqualTo(newest.subList(5, newest.size()));
        EventCursor newer = EventCursor.before(EventPlace.of(newest.get(4)), 100);
        assertThat(view.events(EventFilter.of(ALL), newer).rows()).isEqualTo(newest.subList(0, 4));
        EventFilter payouts = new EventFilter(ALL, Optional.of("payout.*"), 0);
        assertThat(view.eventsAfter(payouts, 0, 100).rows())
                .isEqualTo(all.stream().filter(row -> row.type().startsWith("payout.")).toList());
        EventRow one = newest.get(4);
        assertThat(view.event(ALL, EventPlace.of(one))).contains(one);
        assertThat(view.event(new Scope.Account(1), EventPlace.of(one))).isEmpty();
        EventFilter held = new EventFilter(ALL, Optional.of("payment.held"), 0);
        assertThat(view.eventsAfter(held, 0, 100).rows())
                .hasSize(15)
                .allMatch(event -> event.postings().contains("\"credit\":\"escrow:pay_"));
    }

    @Test
    void shouldBeginTheFactsOfEveryEventWithWhatItIsAbout() {
        Map<String, String> last = new HashMap<>();
        List<EventRow> all = view.eventsAfter(EventFilter.of(ALL), 0, 100).rows();
        Pattern head =
                Pattern.compile(
                        "\\{\"id\":\"([a-z]{3}_[0-9a-z]{13})\",\"object\":\"([a-z]+)\","
                                + "\"status\":\"([a-z]+)\"[,}].*");
        Pattern ofPayment =
                Pattern.compile("\"payment\":\"(pay_[^\"]+)\".*\"payment_status\":\"([a-z]+)\"");
        for (EventRow event : all) {
            Matcher found = head.matcher(event.facts());
            assertThat(found.matches()).as(event.facts()).isTrue();
            assertThat(event.type()).startsWith(found.group(2) + ".");
            assertThat(event.facts().split("\"(status|payee|account)\":", -1).length)
                    .as("no member twice in " + event.facts())
                    .isLessThanOrEqualTo(3);
            last.put(found.group(1), found.group(3));
            Matcher payment = ofPayment.matcher(event.facts());
            if (payment.find()) {
                last.put(payment.group(1), payment.group(2));
            }
        }
        assertThat(all).extracting(EventRow::type).contains("payment.refunded");
        for (PaymentRow payment : view.payments(PaymentFilter.of(ALL), FIRST).rows()) {
            String id = ObjectId.toText(IdKind.PAYMENT, payment.id());
            assertThat(last.get(id)).as(id).isEqualTo(payment.status().label());
        }
        for (PayoutRow payout : view.payouts(PayoutFilter.of(ALL), FIRST).rows()) {
            String id = ObjectId.toText(IdKind.PAYOUT, payout.id());
            assertThat(last.get(id)).as(id).isEqualTo(payout.status().label());
        }
        assertThat(all)
                .filteredOn(event -> event.type().equals("payment.released"))
                .isNotEmpty()
                .allMatch(event -> event.facts().contains("\"payee\":\"acc_"))
                .allMatch(event -> event.facts().contains("\"reference\":"));
    }

    @Test
    void shouldListWhatMovedABalance() throws Exception {
        List<EntryRow> all = view.entries(traffic.payee(), EntryCursor.first(100)).rows();
        long available =
                postgres.number(
                        "SELECT balance FROM balances WHERE kind = 'available' AND owner = "
                                + traffic.payee());
        assertThat(all.stream().mapToLong(EntryRow::amount).sum()).isEqualTo(available);
        EntryCursor third = EntryCursor.after(EntryPlace.of(all.get(2)), 3);
        Page<EntryRow> second = view.entries(traffic.payee(), third);
        assertThat(second.rows()).isEqualTo(all.subList(3, 6));
        assertThat(second.hasMore()).isTrue();
        EntryCursor back = EntryCursor.before(EntryPlace.of(all.get(6)), 3);
        assertThat(view.entries(traffic.payee(), back).rows()).isEqualTo(all.subList(3, 6));
    }

    @Test
    void shouldSayThatListsAreAway() throws Exception {
        postgres.stop();
        try {
            assertThatThrownBy(() -> view.position())
                    .isInstanceOf(ViewAwayException.class)
                    .hasMessageStartingWith("lists are away");
        } finally {
            postgres.start();
        }
        assertThat(view.position()).isEqualTo(ledger.watermark());
    }

    private static List<Long> ids(List<PaymentRow> rows) {
        return rows.stream().map(PaymentRow::id).toList();
    }
}
