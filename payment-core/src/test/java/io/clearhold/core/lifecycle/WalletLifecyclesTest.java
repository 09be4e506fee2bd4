package io.clearhold.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.result.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pair of a state and a trigger: the state that follows, or the code that refuses. */
class WalletLifecyclesTest {
    private static final String TOP_UP =
            """
            trigger pending   succeeded declined failed
            collect succeeded 400       400      400
            decline declined  400       400      400
            fail    failed    400       400      400
            """;

    private static final String ACCOUNT =
            """
            trigger  active frozen closed
            freeze   frozen 106    107
            unfreeze 108    active 107
            close    closed closed 107
            """;

    private static final String PAYOUT =
            """
            trigger pending   submitted paid     failed returned unknown
            submit  submitted 400       400      400    400      submitted
            lose    unknown   400       400      400    400      400
            pay     paid      paid      400      400    400      paid
            fail    failed    failed    400      400    400      failed
            return  returned  returned  returned 400    400      returned
            cancel  failed    301       301      301    301      301
            """;

    @Test
    void shouldMoveATopUpAsTheTableSays() {
        check(TOP_UP, TopUpLifecycle.TABLE, TopUpStatus.values(), TopUpTrigger.values());
    }

    @Test
    void shouldMoveAnAccountAsTheTableSays() {
        check(ACCOUNT, AccountLifecycle.TABLE, AccountStatus.values(), AccountTrigger.values());
    }

    @Test
    void shouldMoveAPayoutAsTheTableSays() {
        check(PAYOUT, PayoutLifecycle.TABLE, PayoutStatus.values(), PayoutTrigger.values());
    }

    @Test
    void shouldBeDrawnInTheDocsAsTheyAre() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "wallets-and-payouts.md");
        assertThat(Files.readString(page))
                .contains("```mermaid\n" + TopUpLifecycle.mermaid() + "```\n")
                .contains("```mermaid\n" + AccountLifecycle.mermaid() + "```\n")
                .contains("```mermaid\n" + PayoutLifecycle.mermaid() + "```\n");
    }

    private static <S extends Enum<S>, T extends Enum<T>> void check(
            String expected, TransitionTable<S, T> table, S[] states, T[] triggers) {
        List<List<String>> lines =
                expected.lines().map(line -> List.of(line.split(" +", -1))).toList();
        assertThat(lines).hasSize(triggers.length + 1);
        for (int row = 0; row < triggers.length; row++) {
            T trigger = triggers[row];
            List<String> cells = lines.get(row + 1);
            assertThat(cells.getFirst()).isEqualToIgnoringCase(trigger.name());
            for (int column = 0; column < states.length; column++) {
                S state = states[column];
                assertThat(lines.getFirst().get(column + 1)).isEqualToIgnoringCase(state.name());
                ResultCode guard = table.guard(state, trigger);
                String actual =
                        guard == ResultCode.OK
                                ? table.next(state, trigger).name()
                                : String.valueOf(guard.number());
                assertThat(actual)
                        .as("%s in %s", trigger, state)
                        .isEqualToIgnoringCase(cells.get(column + 1));
            }
        }
    }
}
