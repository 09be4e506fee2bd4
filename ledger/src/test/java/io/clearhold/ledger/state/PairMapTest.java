package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairMapTest {
    private record Key(long high, long low) {}

    @Test
    void shouldBehaveAsAMapUnderPutsAndRemovals() {
        Seeds.forEach(
                30,
                random -> {
                    StateHash hash = new StateHash();
                    PairMap map = new PairMap(1, true, hash, 16);
                    Map<Key, Long> model = new HashMap<>();
                    int range = 1 + random.nextInt(400);
                    for (int i = 0; i < 2000; i++) {
                        Key key = anyKey(random, range);
                        if (random.nextInt(5) < 3) {
                            long value = random.nextInt(1000);
                            map.put(key.high(), key.low(), value);
                            model.put(key, value);
                        } else {
                            map.remove(key.high(), key.low());
                            model.remove(key);
                        }
                        assertThat(map.size()).isEqualTo(model.size());
                        Key other = anyKey(random, range);
                        assertThat(map.get(other.high(), other.low()))
                                .isEqualTo(model.getOrDefault(other, PairMap.MISSING));
                    }
                    for (Key key : model.keySet()) {
                        assertThat(map.get(key.high(), key.low())).isEqualTo(model.get(key));
                    }
                    assertSameHashWhenBuiltInAnotherOrder(model, hash);
                    for (Key key : model.keySet()) {
                        map.remove(key.high(), key.low());
                    }
                    assertThat(hash.high()).isZero();
                    assertThat(hash.low()).isZero();
                });
    }

    @Test
    void shouldKeepTheKeyOfZeros() {
        PairMap map = new PairMap(1, true, new StateHash(), 16);
        assertThat(map.get(0, 0)).isEqualTo(PairMap.MISSING);
        map.put(0, 0, 0);
        assertThat(map.get(0, 0)).isZero();
        map.remove(0, 0);
        assertThat(map.get(0, 0)).isEqualTo(PairMap.MISSING);
    }

    private static void assertSameHashWhenBuiltInAnotherOrder(
            Map<Key, Long> model, StateHash hash) {
        StateHash other = new StateHash();
        PairMap rebuilt = new PairMap(1, true, other, 4096);
        model.forEach((key, value) -> rebuilt.put(key.high(), key.low(), value));
        assertThat(other.high()).isEqualTo(hash.high());
        assertThat(other.low()).isEqualTo(hash.low());
    }

    private static Key anyKey(Random random, int range) {
        return new Key(random.nextInt(2), random.nextInt(range) - 10L);
    }
}
