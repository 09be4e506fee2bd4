package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.ObjectId;
import io.clearhold.ledger.fixture.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordTableTest {
    private static final int WORDS = 5;
    private static final int HASHED_WORDS = 4;

    @Test
    void shouldFindRecordsAndKeepTheirWordsWhileItGrows() {
        StateHash hash = new StateHash();
        RecordTable table = new RecordTable(1, WORDS, HASHED_WORDS, hash);
        for (int i = 0; i < 100_000; i++) {
            int index = table.add(1000L + i);
            table.set(index, 1, i);
        }
        for (int i = 0; i < 100_000; i++) {
            int index = table.find(1000L + i);
            assertThat(table.id(index)).isEqualTo(1000L + i);
            assertThat(table.get(index, 1)).isEqualTo(i);
        }
        assertThat(table.find(999)).isEqualTo(RecordTable.NOT_FOUND);
        assertThat(table.find(0)).isEqualTo(RecordTable.NOT_FOUND);
        assertThat(table.size()).isEqualTo(100_000);
    }

    @Test
    void shouldKeepNeighbouringBitsApart() {
        Seeds.forEach(
                200,
                random -> {
                    RecordTable table = new RecordTable(1, WORDS, HASHED_WORDS, new StateHash());
                    int index = table.add(7);
                    int[] shifts = {0, 8, 16, 24, 32, 48, 49};
                    int[] bits = {8, 8, 8, 8, 16, 1, 15};
                    Map<Integer, Integer> model = new HashMap<>();
                    for (int i = 0; i < 200; i++) {
                        int field = random.nextInt(shifts.length);
                        int value = random.nextInt(1 << bits[field]);
                        table.setBits(index, 1, shifts[field], bits[field], value);
                        model.put(field, value);
                        model.forEach((f, v) ->
                                assertThat(table.getBits(index, 1, shifts[f], bits[f]))
                                        .isEqualTo(v));
                    }
                });
    }

    @Test
    void shouldHashTheSameWhateverTheOrderAndTheHistory() {
        Seeds.forEach(
                100,
                random -> {
                    Map<Long, long[]> records = anyRecords(random);
                    StateHash first = new StateHash();
                    StateHash second = new StateHash();
                    fill(new RecordTable(1, WORDS, HASHED_WORDS, first), records, random);
                    fill(new RecordTable(1, WORDS, HASHED_WORDS, second), records, random);
                    assertThat(second.high()).isEqualTo(first.high());
                    assertThat(second.low()).isEqualTo(first.low());
                });
    }

    @Test
    void shouldHashEveryChangeDifferentlyAndReturnWithTheValue() {
        Seeds.forEach(
                50,
                random -> {
                    StateHash hash = new StateHash();
                    RecordTable table = new RecordTable(1, WORDS, HASHED_WORDS, hash);
                    fill(table, anyRecords(random), random);
                    int index = table.add((1L << 21) + random.nextInt(1 << 20));
                    long high = hash.high();
                    long low = hash.low();
                    for (int word = 1; word < HASHED_WORDS; word++) {
                        long before = table.get(index, word);
                        table.set(index, word, before ^ (1L << random.nextInt(64)));
                        assertThat(hash.high()).isNotEqualTo(high);
                        assertThat(hash.low()).isNotEqualTo(low);
                        table.set(index, word, before);
                        assertThat(hash.high()).isEqualTo(high);
                        assertThat(hash.low()).isEqualTo(low);
                    }
                });
    }

    @Test
    void shouldNotHashDenseIndexes() {
        StateHash hash = new StateHash();
        RecordTable table = new RecordTable(1, WORDS, HASHED_WORDS, hash);
        int index = table.add(1);
        long before = hash.high();
        table.set(index, HASHED_WORDS, 99);
        assertThat(hash.high()).isEqualTo(before);
    }

    @Test
    void shouldHashTheSameValueDifferentlyElsewhere() {
        List<Long> hashes = new ArrayList<>();
        for (int tag = 1; tag <= 3; tag++) {
            for (int record = 1; record <= 3; record++) {
                for (int word = 1; word < HASHED_WORDS; word++) {
                    StateHash hash = new StateHash();
                    RecordTable table = new RecordTable(tag, WORDS, HASHED_WORDS, hash);
                    table.set(table.add(record), word, 1);
                    hashes.add(hash.high());
                    hashes.add(hash.low());
                }
            }
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void shouldHashARecordThatHoldsNothingDifferentlyFromNone() {
        StateHash hash = new StateHash();
        new RecordTable(1, WORDS, HASHED_WORDS, hash).add(1);
        assertThat(hash.high()).isNotZero();
    }

    @Test
    void shouldFindEveryIdAndNoOtherHoweverSequencesAreSpread() {
        Seeds.forEach(
                30,
                random -> {
                    RecordTable table = new RecordTable(1, WORDS, HASHED_WORDS, new StateHash());
                    List<Long> ids = new ArrayList<>();
                    long sequence = 0;
                    int[] gaps = {0, 1, 1, 2, 7, 40, 70_000, 300_000};
                    for (int i = 0; i < 2000; i++) {
                        sequence += gaps[random.nextInt(random.nextInt(gaps.length) + 1)];
                        long id = ObjectId.of(3, sequence + 1, i);
                        ids.add(id);
                        assertThat(table.add(id)).isEqualTo(i);
                    }
                    for (int i = 0; i < ids.size(); i++) {
                        assertThat(table.find(ids.get(i))).isEqualTo(i);
                        assertThat(table.find(ids.get(i) + 4096 * 3 + 1))
                                .isEqualTo(ids.indexOf(ids.get(i) + 4096 * 3 + 1));
                    }
                    assertThat(table.find(ObjectId.of(3, sequence + 100_000, 0)))
                            .isEqualTo(RecordTable.NOT_FOUND);
                });
    }

    private static Map<Long, long[]> anyRecords(Random random) {
        Map<Long, long[]> records = new HashMap<>();
        for (int i = random.nextInt(50); i > 0; i--) {
            long[] words = new long[WORDS];
            for (int word = 1; word < WORDS; word++) {
                words[word] = random.nextInt(4);
            }
            records.put(1L + random.nextInt(1 << 20), words);
        }
        return records;
    }

    /** In an order of its own, and with detours. */
    private static void fill(RecordTable table, Map<Long, long[]> records, Random random) {
        List<Long> ids = new ArrayList<>(records.keySet());
        Collections.shuffle(ids, random);
        for (long id : ids) {
            int index = table.add(id);
            long[] words = java.util.Objects.requireNonNull(records.get(id));
            for (int word = 1; word < WORDS; word++) {
                table.set(index, word, random.nextLong());
                table.set(index, word, words[word]);
            }
        }
    }
}
