package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.spi.BankCallback;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.FakeLedger;
import io.clearhold.bank.support.FakePositions;
import io.clearhold.bank.support.ScriptedBank;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.ChannelCallbacks.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank is told 200 only when its message is durable here. */
class BankCallbacksTest {
    private final FakeLedger ledger = new FakeLedger();
    private final ScriptedBank bank = new ScriptedBank();
    private final BankDispatch dispatch =
            new BankDispatch(
                    ledger,
                    new FakePositions(0),
                    Map.of(Channel.SANDBOX, bank),
                    BankDispatchSettings.DEFAULT);

    @BeforeEach
    void start() {
        dispatch.start();
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    @Test
    void shouldReportACallbackAndAnswer200() {
        long id = accepted();
        bank.onCallback(settled(id));

        assertThat(receive("sandbox").httpStatus()).isEqualTo(200);

        FakeLedger.Report report = ledger.reports().getLast();
        assertThat(report.outcome()).isEqualTo(BankOutcome.SETTLED);
        assertThat(report.evidence()).isEqualTo(Evidence.CALLBACK);
        assertThat(report.amount()).isEqualTo(12_900);
    }

    @Test
    void shouldAnswer200ToWhatTheLedgerKnewAlready() {
        long id = accepted();
        bank.onCallback(settled(id));
        assertThat(receive("sandbox").httpStatus()).isEqualTo(200);

        assertThat(receive("sandbox").httpStatus()).isEqualTo(200);
    }

    @Test
    void shouldAnswer401ToAForgedCallback() {
        bank.onCallback(new BankCallback.Forged("the signature does not fit"));

        assertThat(receive("sandbox").httpStatus()).isEqualTo(401);
        assertThat(ledger.reports()).isEmpty();
    }

    @Test
    void shouldAnswer400ToNonsense() {
        bank.onCallback(new BankCallback.Unreadable("not JSON"));

        assertThat(receive("sandbox").httpStatus()).isEqualTo(400);
    }

    @Test
    void shouldAnswer404ForAnUnknownChannel() {
        assertThat(receive("another").httpStatus()).isEqualTo(404);
    }

    @Test
    void shouldAnswer503WhileTheLedgerIsFullOrNobodyKnows() {
        long id = accepted();
        bank.onCallback(settled(id));

        ledger.outcomeUnknownOnce();
        assertThat(receive("sandbox").httpStatus()).isEqualTo(503);
        ledger.fullFor(Integer.MAX_VALUE);
        assertThat(receive("sandbox").httpStatus()).isEqualTo(503);
        ledger.fullFor(0);
        assertThat(receive("sandbox").httpStatus()).isEqualTo(200);
    }

    @Test
    void shouldAnswer503OnceTheLedgerHasStopped() {
        bank.onCallback(settled(accepted()));

        ledger.stop();

        assertThat(receive("sandbox").httpStatus()).isEqualTo(503);
    }

    private long accepted() {
        long id = ledger.queueCollection(12_900, "tok_success");
        Await.until("accepted", () -> ledger.outcomes(id).contains(BankOutcome.ACCEPTED));
        return id;
    }

    private static BankCallback settled(long id) {
        return new BankCallback.BankMessage(id, new BankReport.Settled("SB1", 12_900, "CNY"));
    }

    private Answer receive(String channel) {
        return dispatch.receive(channel, Map.of(), new byte[0]).join();
    }
}
