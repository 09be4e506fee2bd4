package io.clearhold.core.view;

import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.ShareKind;

/**
 * An account as the view has it.
 *
 * @param text JSON members without braces: name, reference, email, bank_account, metadata
 * @param sequence of its last frame
 */
public record AccountRow(
        long id,
        long platform,
        AccountType type,
        AccountStatus status,
        boolean hasBankAccount,
        ShareKind feeKind,
        long feeValue,
        long feeMin,
        long feeMax,
        int reserveBps,
        int reserveDays,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {}
