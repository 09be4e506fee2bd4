package io.clearhold.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class ObjectIdTest {
    @Test
    void shouldReadBackWhatItWrote() {
        Seeds.forEach(
                2000,
                random -> {
                    long id = anyId(random);
                    for (IdKind kind : IdKind.values()) {
                        assertThat(ObjectId.parse(kind, ObjectId.toText(kind, id))).isEqualTo(id);
                    }
                });
    }

    @Test
    void shouldKeepShardAndSequence() {
        long id =
                ObjectId.of(
                        ObjectId.MAX_SHARD,
                        ObjectId.MAX_EPOCH,
                        ObjectId.MAX_SEQUENCE,
                        ObjectId.MAX_ORDINAL);
        assertThat(id).isEqualTo(-1);
        assertThat(ObjectId.shard(id)).isEqualTo(ObjectId.MAX_SHARD);
        assertThat(ObjectId.epoch(id)).isEqualTo(ObjectId.MAX_EPOCH);
        assertThat(ObjectId.sequence(id)).isEqualTo(ObjectId.MAX_SEQUENCE);
        assertThat(ObjectId.sequence(ObjectId.of(3, 77, 5))).isEqualTo(77);
        assertThat(ObjectId.shard(ObjectId.of(3, 77, 5))).isEqualTo(3);
    }

    @Test
    void shouldOrderTextsOfOneShardByCreation() {
        Seeds.forEach(
                200,
                random -> {
                    List<Long> ids = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        ids.add(
                                ObjectId.of(
                                        0,
                                        random.nextLong(1, ObjectId.MAX_SEQUENCE),
                                        random.nextInt(10)));
                    }
                    List<String> texts = new ArrayList<>();
                    ids.stream()
                            .sorted()
                            .forEach(id -> texts.add(ObjectId.toText(IdKind.PAYMENT, id)));
                    assertThat(texts).isSortedAccordingTo(Comparator.naturalOrder());
                });
    }

    @Test
    void shouldRefusePartsOutOfRange() {
        assertThatThrownBy(() -> ObjectId.of(256, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectId.of(-1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectId.of(0, 1L << 44, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectId.of(0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectId.of(0, 1, 4096))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotTakeTheIdOfAnotherKind() {
        String text = ObjectId.toText(IdKind.PAYMENT, ObjectId.of(0, 9, 0));
        for (IdKind kind : EnumSet.complementOf(EnumSet.of(IdKind.PAYMENT))) {
            assertThat(ObjectId.parse(kind, text)).as(kind.name()).isEqualTo(ObjectId.NONE);
        }
    }

    @Test
    void shouldNotTakeForeignCharacters() {
        String text = ObjectId.toText(IdKind.PAYMENT, ObjectId.of(0, 12345, 1));
        List<String> foreign =
                List.of("A", "i", "l", "o", "u", "U", "-", " ", "\0", "é", "Ａ", "\uFFFF");
        for (int at = 0; at < text.length(); at++) {
            for (String character : foreign) {
                String wrong = text.substring(0, at) + character + text.substring(at + 1);
                assertThat(ObjectId.parse(IdKind.PAYMENT, wrong)).as(wrong).isZero();
            }
        }
    }

    @Test
    void shouldNotTakeAnotherLengthOrMoreThan64Bits() {
        String text = ObjectId.toText(IdKind.PAYMENT, ObjectId.of(0, 1, 0));
        assertThat(ObjectId.parse(IdKind.PAYMENT, "")).isZero();
        assertThat(ObjectId.parse(IdKind.PAYMENT, text + "0")).isZero();
        assertThat(ObjectId.parse(IdKind.PAYMENT, text.substring(0, text.length() - 1))).isZero();
        assertThat(ObjectId.parse(IdKind.PAYMENT, "pay_zzzzzzzzzzzzz")).isZero();
        assertThat(ObjectId.parse(IdKind.PAYMENT, "pay_fzzzzzzzzzzzz")).isEqualTo(-1);
    }

    @Test
    void shouldWriteTheSameTextIntoABuffer() {
        Seeds.forEach(
                200,
                random -> {
                    long id = anyId(random);
                    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
                    int length = ObjectId.putText(IdKind.ACCOUNT, id, buffer, 3);
                    String text =
                            new String(buffer.byteArray(), 3, length, StandardCharsets.US_ASCII);
                    assertThat(text).isEqualTo(ObjectId.toText(IdKind.ACCOUNT, id));
                });
    }

    private static long anyId(Random random) {
        return ObjectId.of(
                random.nextInt(ObjectId.MAX_SHARD + 1),
                random.nextLong(ObjectId.MAX_SEQUENCE + 1),
                random.nextInt(ObjectId.MAX_ORDINAL + 1));
    }
}
