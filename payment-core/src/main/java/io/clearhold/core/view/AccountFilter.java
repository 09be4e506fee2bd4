package io.clearhold.core.view;

import io.clearhold.core.lifecycle.AccountType;
import java.util.Optional;

/** Which accounts; empty leaves a field open. */
public record AccountFilter(
        Scope scope, Optional<AccountType> type, Optional<String> reference, TimeRange created) {
    public static AccountFilter of(Scope scope) {
        return new AccountFilter(scope, Optional.empty(), Optional.empty(), TimeRange.ALL);
    }
}
