package io.clearhold.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.Seeds;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void shouldReadBackWhatWasBuilt() {
        Seeds.forEach(
                200,
                random -> {
                    byte[] command = anyBytes(random, 300);
                    byte[] result = anyBytes(random, 300);
                    List<byte[]> events = anyEvents(random);
                    byte[] bytes = build(command, result, events);
                    Frame read = new Frame();
                    assertThat(load(read, bytes)).isTrue();
                    assertThat(read.length()).isEqualTo(bytes.length);
                    assertThat(read.shard()).isEqualTo(200);
                    assertThat(read.renderer()).isEqualTo(250);
                    assertThat(read.sequence()).isEqualTo(77);
                    assertThat(read.logTimeMs()).isEqualTo(1_234_567_890_123L);
                    assertThat(read.syncedSequence()).isEqualTo(70);
                    assertThat(part(read, read.commandOffset(), read.commandLength()))
                            .isEqualTo(command);
                    assertThat(part(read, read.resultOffset(), read.resultLength()))
                            .isEqualTo(result);
                    for (int pass = 0; pass < 2; pass++) {
                        for (byte[] event : events) {
                            assertThat(read.nextEvent()).isTrue();
                            assertThat(part(read, read.eventOffset(), read.eventLength()))
                                    .isEqualTo(event);
                        }
                        assertThat(read.nextEvent()).isFalse();
                        read.rewindEvents();
                    }
                });
    }

    @Test
    void shouldDetectEveryFlippedBit() {
        byte[] bytes = sample();
        Frame read = new Frame();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(load(read, damaged)).as("bit %d", bit).isFalse();
        }
        assertThat(load(read, bytes)).isTrue();
    }

    @Test
    void shouldDetectEveryTruncationAndEveryTail() {
        byte[] bytes = sample();
        Frame read = new Frame();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(load(read, Arrays.copyOf(bytes, length))).as("length %d", length).isFalse();
        }
        assertThat(load(read, Arrays.copyOf(bytes, bytes.length + 1))).isFalse();
        assertThat(load(read, Arrays.copyOf(bytes, bytes.length + 4096))).isFalse();
    }

    @Test
    void shouldDetectZeros() {
        Frame read = new Frame();
        for (int length = 0; length < 200; length++) {
            assertThat(load(read, new byte[length])).isFalse();
        }
    }

    @Test
    void shouldNotMixTwoFramesBuiltInOneBuffer() {
        Frame frame = new Frame();
        fill(frame, new byte[500], new byte[400], List.of(new byte[300]));
        fill(frame, new byte[] {1}, new byte[] {2}, List.of());
        byte[] alone = build(new byte[] {1}, new byte[] {2}, List.of());
        assertThat(part(frame, 0, frame.length())).isEqualTo(alone);
    }

    @Test
    void shouldRefuseAResultAfterEvents() {
        Frame frame = new Frame();
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[8]);
        frame.begin(0, 1, 0, bytes, 0, 8);
        frame.putEvents(bytes, 0, 8);
        assertThatThrownBy(() -> frame.putResult(bytes, 0, 8))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] sample() {
        return build(new byte[] {1, 2, 3}, new byte[] {4, 5}, List.of(new byte[] {6}, new byte[9]));
    }

    private static byte[] build(byte[] command, byte[] result, List<byte[]> events) {
        Frame frame = new Frame();
        fill(frame, command, result, events);
        return part(frame, 0, frame.length());
    }

    private static void fill(Frame frame, byte[] command, byte[] result, List<byte[]> events) {
        frame.begin(200, 77, 1_234_567_890_123L, new UnsafeBuffer(command), 0, command.length);
        frame.putResult(new UnsafeBuffer(result), 0, result.length);
        ExpandableArrayBuffer all = new ExpandableArrayBuffer();
        int length = 0;
        for (byte[] event : events) {
            all.putInt(length, event.length, ByteOrder.LITTLE_ENDIAN);
            all.putBytes(length + 4, event);
            length += 4 + event.length;
        }
        frame.putEvents(all, 0, length);
        frame.end(70, 250);
    }

    private static boolean load(Frame frame, byte[] bytes) {
        frame.buffer().putBytes(0, bytes);
        return frame.load(bytes.length);
    }

    private static byte[] part(Frame frame, int offset, int length) {
        byte[] bytes = new byte[length];
        frame.buffer().getBytes(offset, bytes);
        return bytes;
    }

    private static List<byte[]> anyEvents(Random random) {
        List<byte[]> events = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(anyBytes(random, 100));
        }
        return events;
    }

    private static byte[] anyBytes(Random random, int atMost) {
        byte[] bytes = new byte[1 + random.nextInt(atMost)];
        random.nextBytes(bytes);
        return bytes;
    }
}
