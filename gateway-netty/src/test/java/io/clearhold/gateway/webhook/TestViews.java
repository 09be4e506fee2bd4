package io.clearhold.gateway.webhook;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.core.view.WebhookViews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A view in memory: every event is a frame of its own, and belongs to platform 1. */
final class TestViews implements WebhookViews {
    static final long PLATFORM = 1;

    private final TestLedger ledger;
    private final List<WebhookFeed.Item> events = new ArrayList<>();
    private final Map<Long, WebhookEndpointRow> endpoints = new TreeMap<>();
    private long position;
    private boolean away;

    TestViews(TestLedger ledger) {
        this.ledger = ledger;
    }

    synchronized void away(boolean value) {
        away = value;
    }

    /** A new endpoint of platform 1; returns its id. */
    synchronized long endpoint(String url, String... types) {
        long id = ++position << 12;
        put(id, WebhookEndpointStatus.ENABLED, 1, 0, url, types);
        ledger.watermark(position);
        return id;
    }

    synchronized void put(
            long id,
            WebhookEndpointStatus status,
            int generation,
            long previousValidUntilMs,
            String url,
            String... types) {
        String text =
                "\"url\":\"" + url + "\",\"events\":[\"" + String.join("\",\"", types) + "\"]";
        endpoints.put(
                id,
                new WebhookEndpointRow(
                        id,
                        Role.PLATFORM,
                        PLATFORM,
                        0,
                        status,
                        generation,
                        previousValidUntilMs,
                        text,
                        id >> 12,
                        ledger.nowMs(),
                        position));
    }

    synchronized long event(String type, long object) {
        return event(type, object, PLATFORM, "{\"id\":\"x\"}");
    }

    synchronized long event(String type, long object, long platform, String facts) {
        // A step of the clock has left a frame of its own.
        position = Math.max(position, ledger.watermark()) + 1;
        long count = events.stream().filter(item -> item.object() == object).count() + 1;
        EventRow row =
                new EventRow(
                        position, 0, type, ledger.nowMs(), platform, 0, 0, 0, object, facts, "");
        events.add(new WebhookFeed.Item(row, count));
        ledger.watermark(position);
        return position;
    }

    @Override
    public synchronized Page<WebhookEndpointRow> webhookEndpoints(Scope scope, Cursor cursor) {
        return new Page<>(List.copyOf(endpoints.values()), false, position);
    }

    @Override
    public synchronized List<WebhookEndpointRow> webhookEndpoints(Collection<Long> ids) {
        return endpoints.values().stream().filter(row -> ids.contains(row.id())).toList();
    }

    @Override
    public synchronized WebhookFeed webhookFeed(Scope scope, long afterSequence, int limit) {
        if (away) {
            throw new ViewAwayException(new IOException("away"));
        }
        List<WebhookFeed.Item> after =
                events.stream().filter(item -> item.event().sequence() > afterSequence).toList();
        boolean more = after.size() > limit;
        return new WebhookFeed(
                more ? after.subList(0, limit) : after,
                List.copyOf(endpoints.values()),
                more,
                Math.max(position, ledger.watermark()));
    }
}
