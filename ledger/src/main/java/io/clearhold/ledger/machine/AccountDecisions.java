package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AccountCreatedEncoder;
import io.clearhold.core.codec.AccountUpdatedEncoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.KeyCreatedEncoder;
import io.clearhold.core.codec.KeyRevokedEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PricingSetEncoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.core.result.ResultCode;
import io.clearhold.core.share.Shares;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.KeyTable;
import io.clearhold.ledger.state.LedgerState;

/** Decides commands about accounts and keys. */
final class AccountDecisions {
    /** The realm of accounts that the operator makes himself. */
    private static final long FIRST_PLATFORM = 1;

    private final LedgerState state;
    private final Access access;
    private final AccountCreatedEncoder accountCreated = new AccountCreatedEncoder();
    private final AccountUpdatedEncoder accountUpdated = new AccountUpdatedEncoder();
    private final PricingSetEncoder pricingSet = new PricingSetEncoder();
    private final KeyCreatedEncoder keyCreated = new KeyCreatedEncoder();
    private final KeyRevokedEncoder keyRevoked = new KeyRevokedEncoder();

    AccountDecisions(LedgerState state, Access access) {
        this.state = state;
        this.access = access;
    }

    void createAccount(CreateAccountDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        Role role = Role.of(origin.role());
        if (role != Role.PLATFORM && !Access.isStaff(role)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        long account = decision.newId();
        long platform = role == Role.PLATFORM ? origin.platform() : FIRST_PLATFORM;
        decision.event(accountCreated)
                .account(account)
                .platform(platform)
                .type(command.type())
                .hasBankAccount(command.hasBankAccount())
                .bankAccountHash(command.bankAccountHash())
                .numberHash(command.numberHash());
        decision.end();
        decision.show(IdKind.ACCOUNT, account);
    }

    void updateAccount(UpdateAccountDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        AccountTable accounts = state.accounts();
        int account = accounts.find(command.account());
        if (account < 0 || !access.seesAccount(origin, account)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (Role.of(origin.role()) == Role.AUDITOR) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (accounts.status(account) == AccountStatus.CLOSED) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        } else if (accounts.textSequence(account) != command.expectedTextSequence()) {
            decision.refuse(ResultCode.TEXT_CHANGED);
        } else {
            decision.event(accountUpdated)
                    .account(command.account())
                    .hasBankAccount(command.hasBankAccount())
                    .bankAccountHash(command.bankAccountHash())
                    .numberHash(command.numberHash())
                    .payoutsFromMs(payoutsFromMs(account, command, decision));
            decision.end();
            decision.show(IdKind.ACCOUNT, command.account());
        }
    }

    /** Another bank account than the one before makes payouts wait; the first one does not. */
    private long payoutsFromMs(int account, UpdateAccountDecoder command, Decision decision) {
        AccountTable accounts = state.accounts();
        long before = accounts.bankAccountHash(account);
        boolean changed = before != 0 && before != command.bankAccountHash();
        return changed
                ? decision.nowMs() + state.payoutSettings().coolOffMs()
                : accounts.payoutsFromMs(account);
    }

    void setPricing(SetPricingDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        Role role = Role.of(origin.role());
        int account = state.accounts().find(command.account());
        if (account < 0 || !access.seesAccount(origin, account)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (role != Role.PLATFORM && !Access.isStaff(role)) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (Shares.exceedsWhole(ShareKind.of(command.feeKind()), command.feeValue())) {
            decision.refuse(ResultCode.SPLITS_EXCEED_AMOUNT, command.feeValue(), Amounts.BPS_WHOLE);
        } else {
            decision.event(pricingSet)
                    .account(command.account())
                    .feeKind(command.feeKind())
                    .feeValue(command.feeValue())
                    .feeMin(command.feeMin())
                    .feeMax(command.feeMax());
            decision.end();
            decision.show(IdKind.ACCOUNT, command.account());
        }
    }

    void createKey(CreateKeyDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        long platform = command.platform();
        if (Role.of(command.role()) == Role.ACCOUNT) {
            int account = state.accounts().find(command.account());
            if (account < 0 || !access.seesAccount(origin, account)) {
                decision.refuse(ResultCode.NOT_FOUND);
                return;
            }
            platform = state.accounts().platform(account);
            boolean may =
                    access.actsForAccount(origin, account)
                            || Access.isStaff(Role.of(origin.role()));
            if (!may) {
                decision.refuse(ResultCode.FORBIDDEN);
                return;
            }
        } else if (Role.of(origin.role()) != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        long key = decision.newId();
        decision.event(keyCreated)
                .key(key)
                .role(command.role())
                .platform(platform)
                .account(command.account())
                .generation(command.generation())
                .personHigh(command.personHigh())
                .personLow(command.personLow());
        decision.end();
        decision.show(IdKind.KEY, key);
    }

    void revokeKey(RevokeKeyDecoder command, Decision decision) {
        KeyTable keys = state.keys();
        int key = keys.find(command.key());
        if (key < 0 || !maySeeKey(command.origin(), key)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (keys.revoked(key)) {
            decision.refuse(ResultCode.KEY_REVOKED);
        } else {
            decision.event(keyRevoked).key(command.key());
            decision.end();
            decision.show(IdKind.KEY, command.key());
        }
    }

    boolean maySeeKey(OriginDecoder origin, int key) {
        KeyTable keys = state.keys();
        return switch (Role.of(origin.role())) {
            case SYSTEM, OPERATOR -> true;
            case PLATFORM ->
                    keys.platform(key) == origin.platform()
                            && (keys.role(key) == Role.PLATFORM || keys.role(key) == Role.ACCOUNT);
            case ACCOUNT -> keys.role(key) == Role.ACCOUNT && keys.account(key) == origin.subject();
            case AUDITOR, CLIENT_SECRET, PAYER_SECRET, LINK_SECRET -> false;
        };
    }
}
