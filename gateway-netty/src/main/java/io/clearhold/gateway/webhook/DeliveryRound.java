package io.clearhold.gateway.webhook;

import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookViews;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down what attempts came to, and begins those that are due: each endpoint in its turn, so
 * that one which piled up a million holds up nobody. Confined to one thread.
 */
final class DeliveryRound {
    private final WebhookSettings settings;
    private final WebhookViews views;
    private final DeliveryStore store;
    private final DeliveryWorkers workers;
    private final SystemCalls ledger;
    private final WebhookMetrics metrics;
    private final Set<Long> failing;
    private long lastServed = Long.MIN_VALUE;

    DeliveryRound(
            WebhookSettings settings,
            WebhookViews views,
            DeliveryStore store,
            DeliveryWorkers workers,
            SystemCalls ledger,
            WebhookMetrics metrics,
            Set<Long> failing) {
        this.settings = settings;
        this.views = views;
        this.store = store;
        this.workers = workers;
        this.ledger = ledger;
        this.metrics = metrics;
        this.failing = failing;
    }

    /** In one transaction; until it is durable, an attempt does not count. */
    void record(List<AttemptResult> ended, long nowMs) throws SQLException {
        Map<Long, Boolean> failed = new HashMap<>();
        for (AttemptResult result : ended) {
            Delivery delivery = result.delivery();
            DeliveryFate fate = DeliveryFate.after(result.attempt(), delivery.tries(), nowMs);
            store.record(result, fate, nowMs);
            if (fate.isEnd()) {
                failed.put(delivery.key().endpoint(), fate.equals(DeliveryFate.FAILED));
            }
        }
        for (Map.Entry<Long, Boolean> end : failed.entrySet()) {
            if (end.getValue() != failing.contains(end.getKey())) {
                store.failing(end.getKey(), end.getValue(), nowMs);
            }
        }
        store.commit();
        failed.forEach((endpoint, isFailing) -> {
            if (isFailing) {
                failing.add(endpoint);
            } else {
                failing.remove(endpoint);
            }
        });
        for (AttemptResult result : ended) {
            metrics.attempt(result.attempt());
            if (DeliveryFate.after(result.attempt(), result.delivery().tries(), nowMs)
                    .equals(DeliveryFate.FAILED)) {
                metrics.givenUp();
            }
            if (result.attempt().saysGone()) {
                ledger.disable(result.delivery().key().endpoint(), result.textSequence());
            }
        }
    }

    /** Begins what is due as far as there is room; returns whether something due is left over. */
    boolean begin(long nowMs) throws SQLException {
        int room = settings.attemptsAtOnce() - workers.underWay();
        if (room > 0) {
            List<Delivery> due = due(nowMs, lastServed);
            if (due.isEmpty() && lastServed != Long.MIN_VALUE) {
                lastServed = Long.MIN_VALUE;
                due = due(nowMs, lastServed);
            }
            begin(due, nowMs);
        }
        // Those under way are due as well until they are written down.
        boolean left = store.countDue(nowMs, workers.underWay() + 1) > workers.underWay();
        store.commit();
        return left;
    }

    private List<Delivery> due(long nowMs, long afterEndpoint) throws SQLException {
        int perEndpoint = 2 * settings.attemptsPerEndpoint();
        return store.due(afterEndpoint, nowMs, perEndpoint, 2 * settings.attemptsAtOnce());
    }

    private void begin(List<Delivery> due, long nowMs) throws SQLException {
        List<Delivery> startable = due.stream().filter(one -> workers.mayStart(one.key())).toList();
        if (!due.isEmpty()) {
            lastServed = due.getLast().key().endpoint();
        }
        if (startable.isEmpty()) {
            return;
        }
        Map<Long, WebhookEndpointRow> endpoints = endpoints(startable);
        Set<Long> ended = new HashSet<>();
        for (Delivery delivery : startable) {
            WebhookEndpointRow endpoint = endpoints.get(delivery.key().endpoint());
            if (endpoint == null) {
                // The view is being rebuilt and will have it again.
                continue;
            }
            if (endpoint.status() != WebhookEndpointStatus.ENABLED) {
                ended.add(endpoint.id());
            } else if (workers.mayStart(delivery.key())) {
                workers.start(delivery, endpoint, nowMs);
            }
        }
        for (long endpoint : ended) {
            store.cancel(endpoint, nowMs, settings.retentionPieces());
        }
    }

    private Map<Long, WebhookEndpointRow> endpoints(List<Delivery> deliveries) {
        Set<Long> ids =
                deliveries.stream().map(one -> one.key().endpoint()).collect(Collectors.toSet());
        return views.webhookEndpoints(ids).stream()
                .collect(Collectors.toMap(WebhookEndpointRow::id, row -> row));
    }
}
