package io.clearhold.core.view;

import io.clearhold.core.lifecycle.ShareKind;

/** A split of a payment: what it was given as, what it came to, what of that was taken. */
public record SplitRow(long account, ShareKind kind, long value, long fixed, long taken) {}
