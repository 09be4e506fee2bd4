package io.clearhold.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.sandbox.wire.SandboxSignature;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import io.clearhold.bank.spi.BankCallback;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.bank.spi.BankChannelContract;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.RunningBank;
import io.clearhold.core.lifecycle.FailureReason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBankChannelTest extends BankChannelContract {
    private final List<SandboxBankChannel> others = new ArrayList<>();
    private RunningBank bank;

    @BeforeEach
    void start(@TempDir Path folder) {
        bank = new RunningBank(folder);
    }

    @AfterEach
    void stop() {
        others.forEach(SandboxBankChannel::close);
        bank.close();
    }

    @Override
    protected BankChannel channel() {
        return bank.channel();
    }

    @Override
    protected BankChannel channelTo(URI uri) {
        return with(new SandboxChannelSettings(uri, RunningBank.SECRET));
    }

    private SandboxBankChannel with(SandboxChannelSettings settings) {
        SandboxBankChannel channel = new SandboxBankChannel(settings);
        others.add(channel);
        return channel;
    }

    @Override
    protected BankInstruction collectable() {
        return RunningBank.collect(12_900, "tok_success");
    }

    @Override
    protected BankInstruction refusable() {
        return RunningBank.collect(12_900, "tok_decline");
    }

    @Override
    protected BankInstruction unfinishable() {
        return RunningBank.collect(12_900, "tok_never");
    }

    @Override
    protected BankInstruction collectedInSilence() {
        return RunningBank.collect(12_900, "tok_timeout");
    }

    @Override
    protected BankInstruction payable() {
        return RunningBank.payout(500, "6222000000009999");
    }

    @Override
    protected void takeBankAway() {
        bank.stop();
    }

    @Override
    protected void bringBankBack() {
        bank.startAgain();
    }

    @Override
    protected long bankBalanceMinor() {
        return bank.balanceMinor();
    }

    @Test
    void shouldNotBelieveABankWithAnotherSecret() {
        SharedSecret wrong =
                new SharedSecret("not the bank's secret".getBytes(StandardCharsets.UTF_8));
        SandboxBankChannel channel = with(new SandboxChannelSettings(bank.uri(), wrong));
        BankInstruction instruction = collectable();

        assertThat(channel.submit(instruction))
                .isEqualTo(new BankReport.Unknown(FailureReason.BANK_ERROR));

        assertThat(channel().query(instruction)).isEqualTo(new BankReport.NotFound());
    }

    @Test
    void shouldReadASignedCallback() {
        BankInstruction instruction = collectable();
        String body =
                "{\"id\":\""
                        + instruction.text()
                        + "\",\"status\":\"settled\",\"amount\":12899,\"currency\":\"CNY\","
                        + "\"reference\":\"SB1\"}";

        assertThat(receive(System.currentTimeMillis(), body))
                .isEqualTo(
                        new BankCallback.BankMessage(
                                instruction.id(), new BankReport.Settled("SB1", 12_899, "CNY")));
    }

    @Test
    void shouldNotBelieveAnOldCallback() {
        long oldMs = System.currentTimeMillis() - SandboxSignature.MAX_AGE_MS - 1_000;

        assertThat(receive(oldMs, "{}")).isInstanceOf(BankCallback.Forged.class);
    }

    @Test
    void shouldSayUnreadableForSignedNonsense() {
        long nowMs = System.currentTimeMillis();

        assertThat(receive(nowMs, "{}")).isInstanceOf(BankCallback.Unreadable.class);
        assertThat(receive(nowMs, "nonsense")).isInstanceOf(BankCallback.Unreadable.class);
    }

    private BankCallback receive(long timestampMs, String body) {
        String signature =
                SandboxSignature.sign(
                        RunningBank.SECRET, timestampMs, SandboxSignature.CALLBACK_SUBJECT, body);
        return channel()
                .receive(
                        Map.of(
                                SandboxSignature.TIMESTAMP_HEADER,
                                Long.toString(timestampMs),
                                SandboxSignature.SIGNATURE_HEADER,
                                signature),
                        body.getBytes(StandardCharsets.UTF_8));
    }
}
