package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.ChargebackStatus.ACCEPTED;
import static io.clearhold.core.lifecycle.ChargebackStatus.EVIDENCE;
import static io.clearhold.core.lifecycle.ChargebackStatus.LOST;
import static io.clearhold.core.lifecycle.ChargebackStatus.OPENED;
import static io.clearhold.core.lifecycle.ChargebackStatus.WON;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of a chargeback's life. */
public final class ChargebackLifecycle {
    /** All rows; a channel may still find for the payee after it had found for the payer. */
    public static final TransitionTable<ChargebackStatus, ChargebackTrigger> TABLE =
            new TransitionTable<>(
                    ChargebackStatus.class,
                    ChargebackTrigger.class,
                    List.of(
                            new Row<>(OPENED, ChargebackTrigger.ADD_EVIDENCE, EVIDENCE),
                            new Row<>(OPENED, ChargebackTrigger.ACCEPT, ACCEPTED),
                            new Row<>(OPENED, ChargebackTrigger.LOSE, LOST),
                            new Row<>(EVIDENCE, ChargebackTrigger.WIN, WON),
                            new Row<>(EVIDENCE, ChargebackTrigger.LOSE, LOST),
                            new Row<>(ACCEPTED, ChargebackTrigger.LOSE, LOST),
                            new Row<>(LOST, ChargebackTrigger.WIN, WON)),
                    (status, trigger) -> refusal(status));

    private ChargebackLifecycle() {}

    private static ResultCode refusal(ChargebackStatus status) {
        return switch (status) {
            case OPENED -> ResultCode.CHARGEBACK_NOT_ANSWERED;
            case EVIDENCE -> ResultCode.CHARGEBACK_ANSWERED;
            case ACCEPTED, LOST -> ResultCode.CHARGEBACK_LOST;
            case WON -> ResultCode.CHARGEBACK_WON;
        };
    }
}
