package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    private record Key(long high, long low) {}

    private static final class Entries extends HashIndex {
        final List<Key> keys = new ArrayList<>();
        int firstLive;

        @Override
        boolean matches(int position, long high, long low) {
            return isLive(position) && keys.get(position).equals(new Key(high, low));
        }

        @Override
        boolean isLive(int position) {
            return position >= firstLive;
        }
    }

    @Test
    void shouldBehaveAsAMap() {
        Seeds.forEach(
                20,
                random -> {
                    Entries index = new Entries();
                    Map<Key, Integer> model = new HashMap<>();
                    int range = 10 + random.nextInt(40_000);
                    for (int i = 0; i < 40_000; i++) {
                        Key key = new Key(random.nextInt(range), random.nextInt(2));
                        assertThat(index.find(key.high(), key.low()))
                                .isEqualTo(model.getOrDefault(key, HashIndex.NONE));
                        if (model.containsKey(key)) {
                            index.remove(key.high(), key.low());
                            model.remove(key);
                        } else {
                            index.keys.add(key);
                            index.insert(key.high(), key.low(), index.keys.size() - 1);
                            model.put(key, index.keys.size() - 1);
                        }
                    }
                    model.forEach((key, position) ->
                            assertThat(index.find(key.high(), key.low())).isEqualTo(position));
                });
    }

    @Test
    void shouldStayAsSmallAsWhatIsAlive() {
        Entries index = new Entries();
        for (int i = 0; i < 300_000; i++) {
            index.keys.add(new Key(i, ~i));
            index.insert(i, ~i, i);
            index.firstLive = Math.max(0, i - 10_000);
        }
        assertThat(index.find(299_000, ~299_000)).isEqualTo(299_000);
        assertThat(index.find(200_000, ~200_000)).isEqualTo(HashIndex.NONE);
        assertThat(index.sizeInBytes()).isLessThan(1 << 20);
    }
}
