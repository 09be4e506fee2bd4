package io.clearhold.bank.dispatch;

import io.clearhold.bank.spi.BankReport;
import io.clearhold.core.lifecycle.InstructionKind;

/**
 * Is told what passes between bank dispatch and banks, to count it. Called by many threads at once;
 * neither blocks nor throws.
 */
public interface DispatchMeter {
    /** Counts nothing. */
    DispatchMeter NONE =
            new DispatchMeter() {
                @Override
                public void answered(
                        String channel,
                        Errand errand,
                        InstructionKind kind,
                        BankReport report,
                        long nanos) {}

                @Override
                public void calledBack(String channel, int status, long nanos) {}
            };

    /** Why a bank was gone to. */
    enum Errand {
        SUBMIT,
        QUERY,
        CLOSE
    }

    /** A bank was gone to; {@code nanos} until it answered, or gave none. */
    void answered(
            String channel, Errand errand, InstructionKind kind, BankReport report, long nanos);

    /** A bank called and was answered with {@code status}. */
    void calledBack(String channel, int status, long nanos);
}
