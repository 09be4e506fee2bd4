package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.sandbox.wire.OrderStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Everything the bank knows, changed by {@link #apply} alone, live and when the journal is read
 * back. Not thread-safe: {@link SandboxBank} guards it.
 */
final class BankState {
    /** When an order's next step is due; stale once the order has moved on or is closed. */
    private record Due(long atMs, long order, BankOrder subject, int step) {}

    private final Long2ObjectHashMap<BankOrder> orders = new Long2ObjectHashMap<>();
    private final BankBooks books = new BankBooks();
    private final Map<Long, OwedCallback> owed = new LinkedHashMap<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMs).thenComparingLong(Due::order));
    private long dueOrder;
    private long lastCallback;
    private long lastNumber;
    private long offsetMs;

    /** Takes over one fact; returns the callbacks that it makes the bank owe. */
    List<OwedCallback> apply(JournalLine line) {
        return switch (line) {
            case JournalLine.OrderTaken taken -> {
                BankOrder order = new BankOrder(taken);
                orders.put(taken.id(), order);
                lastNumber = taken.number();
                plan(order);
                yield List.of();
            }
            case JournalLine.StepDone done -> step(existing(done.id()), done.atMs());
            case JournalLine.OrderClosed closed -> {
                existing(closed.id()).close();
                yield List.of();
            }
            case JournalLine.CallbackDelivered delivered -> {
                owed.remove(delivered.callback());
                yield List.of();
            }
            case JournalLine.ClockMoved moved -> {
                offsetMs = moved.offsetMs();
                yield List.of();
            }
        };
    }

    private List<OwedCallback> step(BankOrder order, long atMs) {
        Scenario.Step step = order.step();
        switch (step.movement()) {
            case SETTLE, SETTLE_ONE_SHORT -> books.settle(order, atMs);
            case GIVE_BACK -> books.giveBack(order, atMs);
            case CHARGE_BACK -> books.chargeBack(order, atMs);
            case REJECT -> {}
        }
        plan(order);
        List<OwedCallback> callbacks = new ArrayList<>(step.callbacks());
        for (int i = 0; i < step.callbacks(); i++) {
            lastCallback++;
            OwedCallback callback =
                    new OwedCallback(
                            lastCallback, order.id(), order.json(), new CompletableFuture<>());
            owed.put(lastCallback, callback);
            callbacks.add(callback);
        }
        return callbacks;
    }

    private void plan(BankOrder order) {
        if (order.hasNextStep()) {
            due.add(new Due(order.nextStepMs(), dueOrder++, order, order.nextStep()));
        }
    }

    Optional<BankOrder> find(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    private BankOrder existing(long id) {
        return find(id).orElseThrow(() ->
                new IllegalStateException("a line about an order that was never taken"));
    }

    int orders() {
        return orders.size();
    }

    long nextNumber() {
        return lastNumber + 1;
    }

    long offsetMs() {
        return offsetMs;
    }

    BankBooks books() {
        return books;
    }

    /** What Clearhold has not answered yet, oldest first. */
    List<OwedCallback> owed() {
        return List.copyOf(owed.values());
    }

    /** When something happens next by itself. */
    OptionalLong nextDueMs() {
        dropStale();
        Due next = due.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.atMs());
    }

    /** The step that is due first, if it is due at {@code nowMs}; {@link #apply} it to go on. */
    Optional<JournalLine.StepDone> nextStep(long nowMs) {
        dropStale();
        Due next = due.peek();
        return next == null || next.atMs() > nowMs
                ? Optional.empty()
                : Optional.of(new JournalLine.StepDone(next.subject().id(), next.step(), nowMs));
    }

    private void dropStale() {
        Due next = due.peek();
        while (next != null && isStale(next)) {
            due.remove();
            next = due.peek();
        }
    }

    private static boolean isStale(Due next) {
        BankOrder order = next.subject();
        return order.status() == OrderStatus.CLOSED || order.nextStep() != next.step();
    }
}
