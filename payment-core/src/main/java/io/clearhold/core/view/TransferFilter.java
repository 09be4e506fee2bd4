package io.clearhold.core.view;

/** Which transfers; 0 leaves a field open. An account sees those on either side of it. */
public record TransferFilter(Scope scope, long from, long to, TimeRange created) {
    public static TransferFilter of(Scope scope) {
        return new TransferFilter(scope, 0, 0, TimeRange.ALL);
    }
}
