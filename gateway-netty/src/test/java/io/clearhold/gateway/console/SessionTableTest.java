package io.clearhold.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.auth.KeyProof;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    private static final KeyProof.Shown SHOWN =
            new KeyProof.Shown(new Credential.ApiKey(7, Role.OPERATOR, 0, 0), 1);

    private final AtomicLong nowMs = new AtomicLong(1_000);
    private final SessionTable table =
            new SessionTable(new ConsoleSettings(2, 100, 250, 10), nowMs::get);

    @Test
    void shouldGiveEachSessionAnIdOf256Bits() {
        String first = table.begin(SHOWN).id();
        assertThat(first).hasSize(43).isNotEqualTo(table.begin(SHOWN).id());
    }

    @Test
    void shouldFindASessionUntilItEnds() {
        Session session = table.begin(SHOWN);
        assertThat(table.find(session.id())).contains(session);
        assertThat(table.find("another")).isEmpty();
        table.end(session.id());
        assertThat(table.find(session.id())).isEmpty();
    }

    @Test
    void shouldEndWhatIsIdle() {
        Session session = table.begin(SHOWN);
        nowMs.addAndGet(99);
        assertThat(table.find(session.id())).isPresent();
        nowMs.addAndGet(99);
        assertThat(table.find(session.id())).isPresent();
        nowMs.addAndGet(100);
        assertThat(table.find(session.id())).isEmpty();
        assertThat(table.size()).isZero();
    }

    @Test
    void shouldEndWhatIsOldHoweverBusy() {
        Session session = table.begin(SHOWN);
        for (int i = 0; i < 4; i++) {
            nowMs.addAndGet(60);
            assertThat(table.find(session.id())).isPresent();
        }
        nowMs.addAndGet(10);
        assertThat(table.find(session.id())).isEmpty();
    }

    @Test
    void shouldEndTheOneThatIsIdleLongestAtTheLimit() {
        Session first = table.begin(SHOWN);
        Session second = table.begin(SHOWN);
        assertThat(table.find(first.id())).isPresent();
        Session third = table.begin(SHOWN);
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.find(second.id())).isEmpty();
        assertThat(table.find(first.id())).isPresent();
        assertThat(table.find(third.id())).isPresent();
    }
}
