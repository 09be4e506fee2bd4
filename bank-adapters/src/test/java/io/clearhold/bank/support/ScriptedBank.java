package io.clearhold.bank.support;

import io.clearhold.bank.spi.BankCallback;
import io.clearhold.bank.spi.BankChannel;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.spi.ChannelCapabilities;
import io.clearhold.bank.spi.ChannelCapabilities.IdCharset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A bank that says what a test tells it to, and remembers what it was asked. */
public final class ScriptedBank implements BankChannel {
    private final List<BankInstruction> submitted = new CopyOnWriteArrayList<>();
    private final List<BankInstruction> queried = new CopyOnWriteArrayList<>();
    private final List<BankInstruction> closed = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Function<BankInstruction, BankReport> onSubmit =
            instruction -> new BankReport.Accepted("REF");
    private volatile Function<BankInstruction, BankReport> onQuery =
            instruction -> new BankReport.Pending("REF");
    private volatile Function<BankInstruction, BankReport> onClose =
            instruction -> new BankReport.Closed();
    private volatile BankCallback callback = new BankCallback.Forged("not scripted");

    public void onSubmit(Function<BankInstruction, BankReport> answer) {
        onSubmit = answer;
    }

    public void onQuery(Function<BankInstruction, BankReport> answer) {
        onQuery = answer;
    }

    public void onClose(Function<BankInstruction, BankReport> answer) {
        onClose = answer;
    }

    public void onCallback(BankCallback read) {
        callback = read;
    }

    public List<BankInstruction> submitted() {
        return submitted;
    }

    public List<BankInstruction> queried() {
        return queried;
    }

    public List<BankInstruction> closed() {
        return closed;
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public ChannelCapabilities capabilities() {
        return new ChannelCapabilities(
                32,
                IdCharset.LETTERS_DIGITS_AND_UNDERSCORE,
                true,
                true,
                60_000,
                2_000,
                Set.of("CNY"));
    }

    @Override
    public BankReport submit(BankInstruction instruction) {
        return answer(submitted, onSubmit, instruction);
    }

    @Override
    public BankReport query(BankInstruction instruction) {
        return answer(queried, onQuery, instruction);
    }

    @Override
    public BankReport close(BankInstruction instruction) {
        return answer(closed, onClose, instruction);
    }

    private BankReport answer(
            List<BankInstruction> asked,
            Function<BankInstruction, BankReport> answer,
            BankInstruction instruction) {
        asked.add(instruction);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            return answer.apply(instruction);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public BankCallback receive(Map<String, String> headers, byte[] body) {
        return callback;
    }
}
