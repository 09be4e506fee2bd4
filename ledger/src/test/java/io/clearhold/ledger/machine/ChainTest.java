package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The story of a payment is read backwards along the chain of its events. */
class ChainTest {
    @Test
    void shouldLeadFromAnyEventToTheFrameBefore() {
        Seeds.forEach(
                3,
                random -> {
                    MachineFixture ledger = new MachineFixture().withoutChecks();
                    RandomCommands commands = new RandomCommands(ledger, random);
                    for (int i = 0; i < 1500; i++) {
                        commands.step();
                    }
                    Map<Long, Long> last = new HashMap<>();
                    Frame frame = new Frame();
                    for (byte[] bytes : ledger.frames()) {
                        frame.buffer().putBytes(0, bytes);
                        assertThat(frame.load(bytes.length)).isTrue();
                        check(frame, last);
                    }
                    last.forEach((payment, sequence) ->
                            assertThat(
                                            ledger.state()
                                                    .payments()
                                                    .lastSequence(
                                                            ledger.state()
                                                                    .payments()
                                                                    .find(payment)))
                                    .isEqualTo(sequence));
                });
    }

    private static void check(Frame frame, Map<Long, Long> last) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        ChainDecoder chain = new ChainDecoder();
        Map<Long, Long> touched = new HashMap<>();
        while (frame.nextEvent()) {
            header.wrap(frame.buffer(), frame.eventOffset());
            boolean chained = ChainedEvents.contains(header.templateId());
            if (!chained) {
                continue;
            }
            chain.wrap(frame.buffer(), frame.eventOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
            if (chain.payment() == 0) {
                assertThat(chain.previous()).isZero();
            } else {
                assertThat(chain.previous())
                        .as("template %d at %d", header.templateId(), frame.sequence())
                        .isEqualTo(last.getOrDefault(chain.payment(), 0L));
                touched.put(chain.payment(), frame.sequence());
            }
        }
        last.putAll(touched);
    }
}
