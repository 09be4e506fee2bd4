package io.clearhold.core.approval;

import io.clearhold.core.id.IdKind;
import java.util.function.IntFunction;

/** What one of the numbers of an approval means, and how it is shown in {@code parameters}. */
public sealed interface ApprovalNumber {
    /** The member's name outside. */
    String name();

    /** Minor units. */
    record Amount(String name) implements ApprovalNumber {}

    /** An ISO 4217 number. */
    record Currency(String name) implements ApprovalNumber {}

    /** An object; 0 is none, and is not shown. */
    record Id(String name, IdKind kind) implements ApprovalNumber {}

    /** One of a set of names, by its stored code; 0 is none, and is not shown. */
    record Name(String name, IntFunction<String> label) implements ApprovalNumber {}

    /** The number of a channel; 0 is none, and is not shown. */
    record Channel(String name) implements ApprovalNumber {}
}
