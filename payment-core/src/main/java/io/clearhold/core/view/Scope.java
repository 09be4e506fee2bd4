package io.clearhold.core.view;

/** Whose objects a caller may see. */
public sealed interface Scope {
    /** Operators and auditors: everything. */
    record Everything() implements Scope {}

    /** A platform: its accounts and what concerns them. */
    record Platform(long platform) implements Scope {}

    /** An account: what it is a side of. */
    record Account(long account) implements Scope {}
}
