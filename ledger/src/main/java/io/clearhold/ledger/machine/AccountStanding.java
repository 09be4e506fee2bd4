package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.codec.AccountClosedEncoder;
import io.clearhold.core.codec.AccountFrozenEncoder;
import io.clearhold.core.codec.AccountUnfrozenEncoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountLifecycle;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.WalletTable;

/**
 * Decides whether an account may move money: freezing and closing it by one person, unfreezing it
 * by two.
 */
final class AccountStanding implements ApprovedAction {
    private final LedgerState state;
    private final Access access;
    private final Approvals approvals;
    private final AccountFrozenEncoder frozen = new AccountFrozenEncoder();
    private final AccountUnfrozenEncoder unfrozen = new AccountUnfrozenEncoder();
    private final AccountClosedEncoder closed = new AccountClosedEncoder();

    AccountStanding(LedgerState state, Access access, Approvals approvals) {
        this.state = state;
        this.access = access;
        this.approvals = approvals;
    }

    void decide(MoveAccountDecoder command, Decision decision) {
        int account = state.accounts().find(command.account());
        if (account < 0 || !access.seesAccount(command.origin(), account)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (!Access.isStaff(Role.of(command.origin().role()))) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (AccountTrigger.of(command.trigger()) == AccountTrigger.UNFREEZE) {
            if (may(account, AccountTrigger.UNFREEZE, decision)) {
                approvals.propose(
                        command.origin(),
                        ApprovalKind.UNFREEZE_ACCOUNT,
                        command.account(),
                        decision);
            }
        } else {
            move(account, AccountTrigger.of(command.trigger()), decision);
            decision.show(IdKind.ACCOUNT, command.account());
        }
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.UNFREEZE_ACCOUNT;
    }

    /** A second person agrees to unfreeze it. */
    @Override
    public void perform(int approval, int step, Decision decision) {
        int account = state.accounts().find(state.approvals().subject(approval));
        move(account, AccountTrigger.UNFREEZE, decision);
    }

    private boolean may(int account, AccountTrigger trigger, Decision decision) {
        ResultCode guard = AccountLifecycle.TABLE.guard(state.accounts().status(account), trigger);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
        }
        return guard == ResultCode.OK;
    }

    private void move(int account, AccountTrigger trigger, Decision decision) {
        if (!may(account, trigger, decision)) {
            return;
        }
        long id = state.accounts().id(account);
        switch (trigger) {
            case FREEZE -> decision.event(frozen).account(id);
            case UNFREEZE -> decision.event(unfrozen).account(id);
            case CLOSE -> {
                if (!isEmpty(account, decision)) {
                    return;
                }
                decision.event(closed).account(id);
            }
        }
        decision.end();
    }

    /** What is left is never lost sight of: each balance that is not zero refuses. */
    private boolean isEmpty(int account, Decision decision) {
        Book book = state.book();
        WalletTable wallets = book.wallets();
        for (int at = book.firstWallet(account); at >= 0; at = book.nextWallet(at)) {
            if (wallets.debt(at) != 0) {
                decision.refuse(ResultCode.ACCOUNT_HAS_DEBT, wallets.debt(at), 0);
            } else if (wallets.held(at) != 0) {
                decision.refuse(ResultCode.ACCOUNT_HAS_HELD_PAYMENTS, wallets.held(at), 0);
            } else if (wallets.onTheWay(at) != 0) {
                decision.refuse(ResultCode.ACCOUNT_HAS_OUTGOING_PAYOUTS, wallets.onTheWay(at), 0);
            } else if (wallets.available(at) != 0 || wallets.reserve(at) != 0) {
                decision.refuse(
                        ResultCode.ACCOUNT_HAS_BALANCE, wallets.available(at), wallets.reserve(at));
            }
            if (decision.isRefused()) {
                return false;
            }
        }
        return true;
    }
}
