package io.clearhold.gateway.webhook;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.gateway.auth.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Makes attempts, each on a virtual thread of its own, never more at a time than the settings say,
 * and hands their results to the one thread that writes them down. {@link #start} and {@link #take}
 * are that thread's.
 */
final class DeliveryWorkers {
    private final WebhookSettings settings;
    private final WebhookClient client;
    private final Secrets secrets;
    private final IdEpochs epochs;
    private final BlockingQueue<AttemptResult> results;
    private final Set<DeliveryKey> underWay = new HashSet<>();
    private final Map<Long, Integer> perEndpoint = new HashMap<>();

    DeliveryWorkers(
            WebhookSettings settings, WebhookClient client, Secrets secrets, IdEpochs epochs) {
        this.epochs = epochs;
        this.settings = settings;
        this.client = client;
        this.secrets = secrets;
        this.results = new ArrayBlockingQueue<>(settings.attemptsAtOnce());
    }

    int underWay() {
        return underWay.size();
    }

    boolean isFull() {
        return underWay.size() >= settings.attemptsAtOnce();
    }

    /** Whether an attempt of it can begin now. */
    boolean mayStart(DeliveryKey key) {
        return !isFull()
                && !underWay.contains(key)
                && perEndpoint.getOrDefault(key.endpoint(), 0) < settings.attemptsPerEndpoint();
    }

    void start(Delivery delivery, WebhookEndpointRow endpoint, long nowMs) {
        underWay.add(delivery.key());
        perEndpoint.merge(delivery.key().endpoint(), 1, Integer::sum);
        Thread.ofVirtual()
                .name("webhook-" + delivery.key().id(epochs))
                .start(() -> attempt(delivery, endpoint, nowMs));
    }

    /** The attempts that have ended, after a wait if there is none yet. */
    List<AttemptResult> take(long waitMs) throws InterruptedException {
        List<AttemptResult> ended = new ArrayList<>();
        AttemptResult first = results.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            ended.add(first);
            results.drainTo(ended);
        }
        return ended;
    }

    /** They are written down, or are to be made again: others may begin. */
    void finished(Collection<AttemptResult> ended) {
        for (AttemptResult result : ended) {
            DeliveryKey key = result.delivery().key();
            if (underWay.remove(key)) {
                perEndpoint.computeIfPresent(
                        key.endpoint(), (id, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private void attempt(Delivery delivery, WebhookEndpointRow endpoint, long nowMs) {
        try {
            Attempt attempt = send(delivery, endpoint, nowMs);
            // There is room for as many as may be under way.
            results.add(new AttemptResult(delivery, endpoint.textSequence(), attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            results.add(
                    new AttemptResult(
                            delivery,
                            endpoint.textSequence(),
                            new Attempt.Unanswered("a fault of this server", 0)));
        }
    }

    private Attempt send(Delivery delivery, WebhookEndpointRow endpoint, long nowMs)
            throws InterruptedException {
        EndpointUrl url;
        try {
            String text = EndpointText.parse(endpoint.text()).url();
            url = EndpointUrl.parse(text, settings.sandbox());
        } catch (EndpointUrl.RefusedException e) {
            return new Attempt.Unanswered("its URL is not allowed here", 0);
        }
        String id = delivery.key().id(epochs);
        long timestamp = System.currentTimeMillis() / 1000;
        String signature =
                WebhookSignature.header(keys(endpoint, nowMs), id, timestamp, delivery.body());
        return client.send(new WebhookRequest(url, id, timestamp, signature, delivery.body()));
    }

    /** The present secret and, for a while after a rotation, the one before. */
    private List<byte[]> keys(WebhookEndpointRow endpoint, long nowMs) {
        byte[] present = secrets.webhookKey(endpoint.id(), endpoint.generation());
        if (endpoint.generation() == 1 || nowMs >= endpoint.previousValidUntilMs()) {
            return List.of(present);
        }
        return List.of(present, secrets.webhookKey(endpoint.id(), endpoint.generation() - 1));
    }
}
