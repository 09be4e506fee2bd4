package io.clearhold.core.lifecycle;

import static io.clearhold.core.lifecycle.AccountStatus.ACTIVE;
import static io.clearhold.core.lifecycle.AccountStatus.CLOSED;
import static io.clearhold.core.lifecycle.AccountStatus.FROZEN;

import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of an account's life; see {@link TransitionTable}. */
public final class AccountLifecycle {
    public static final TransitionTable<AccountStatus, AccountTrigger> TABLE =
            new TransitionTable<>(
                    AccountStatus.class,
                    AccountTrigger.class,
                    List.of(
                            new Row<>(ACTIVE, AccountTrigger.FREEZE, FROZEN),
                            new Row<>(ACTIVE, AccountTrigger.CLOSE, CLOSED),
                            new Row<>(FROZEN, AccountTrigger.UNFREEZE, ACTIVE),
                            new Row<>(FROZEN, AccountTrigger.CLOSE, CLOSED)),
                    AccountLifecycle::refusal);

    private AccountLifecycle() {}

    /** The table as a Mermaid state diagram, for the docs; a test holds the two together. */
    public static String mermaid() {
        return TABLE.mermaid(ACTIVE);
    }

    private static ResultCode refusal(AccountStatus from, AccountTrigger trigger) {
        return switch (from) {
            case ACTIVE -> ResultCode.ACCOUNT_NOT_FROZEN;
            case FROZEN -> ResultCode.ACCOUNT_FROZEN;
            case CLOSED -> ResultCode.ACCOUNT_CLOSED;
        };
    }
}
