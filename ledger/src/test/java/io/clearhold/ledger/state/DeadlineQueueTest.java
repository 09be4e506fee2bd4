package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.Seeds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadlineQueueTest {
    private record Deadline(long timeMs, long object) {}

    private static final Comparator<Deadline> ORDER =
            Comparator.comparingLong(Deadline::timeMs).thenComparingLong(Deadline::object);

    @Test
    void shouldBehaveAsASortedSet() {
        Seeds.forEach(
                20,
                random -> {
                    DeadlineQueue queue = new DeadlineQueue();
                    TreeSet<Deadline> model = new TreeSet<>(ORDER);
                    Map<Long, Integer> handles = new HashMap<>();
                    Map<Long, Deadline> known = new HashMap<>();
                    int objects = 1 + random.nextInt(3000);
                    for (int i = 0; i < 2000; i++) {
                        long object = random.nextInt(objects);
                        long timeMs = random.nextInt(3) == 0 ? 0 : 1L + random.nextInt(500);
                        int handle = handles.getOrDefault(object, DeadlineQueue.NO_HANDLE);
                        handles.put(object, queue.schedule(handle, object, timeMs));
                        Deadline before = known.remove(object);
                        if (before != null) {
                            model.remove(before);
                        }
                        if (timeMs != 0) {
                            known.put(object, new Deadline(timeMs, object));
                            model.add(new Deadline(timeMs, object));
                        }
                        assertSameHead(queue, model);
                    }
                    while (!model.isEmpty()) {
                        assertSameHead(queue, model);
                        long object = model.removeFirst().object();
                        int handle = handles.getOrDefault(object, DeadlineQueue.NO_HANDLE);
                        assertThat(queue.schedule(handle, object, 0))
                                .isEqualTo(DeadlineQueue.NO_HANDLE);
                    }
                    assertThat(queue.isEmpty()).isTrue();
                });
    }

    @Test
    void shouldFireTogetherDueInTheOrderOfTheirIds() {
        DeadlineQueue queue = new DeadlineQueue();
        queue.schedule(DeadlineQueue.NO_HANDLE, 9, 100);
        int second = queue.schedule(DeadlineQueue.NO_HANDLE, 3, 100);
        queue.schedule(DeadlineQueue.NO_HANDLE, 5, 100);
        assertThat(queue.nextObject()).isEqualTo(3);
        queue.schedule(second, 3, 0);
        assertThat(queue.nextObject()).isEqualTo(5);
    }

    @Test
    void shouldHaveNothingDueWhenEmpty() {
        assertThat(new DeadlineQueue().nextTimeMs()).isEqualTo(Long.MAX_VALUE);
    }

    private static void assertSameHead(DeadlineQueue queue, SortedSet<Deadline> model) {
        assertThat(queue.size()).isEqualTo(model.size());
        if (!model.isEmpty()) {
            assertThat(queue.nextTimeMs()).isEqualTo(model.first().timeMs());
            assertThat(queue.nextObject()).isEqualTo(model.first().object());
        }
    }
}
