package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.TopUpCreatedEncoder;
import io.clearhold.core.codec.TransferCreatedEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.LedgerState;

/** Decides transfers between accounts, and top-ups as they are asked for. */
final class WalletDecisions {
    private final LedgerState state;
    private final Access access;
    private final EscrowFacts facts;
    private final RiskRules risk;
    private final TransferCreatedEncoder transferCreated = new TransferCreatedEncoder();
    private final TopUpCreatedEncoder topUpCreated = new TopUpCreatedEncoder();

    WalletDecisions(LedgerState state, Access access, EscrowFacts facts, RiskRules risk) {
        this.state = state;
        this.access = access;
        this.facts = facts;
        this.risk = risk;
    }

    void transfer(CreateTransferDecoder command, Decision decision) {
        AccountTable accounts = state.accounts();
        int from = accounts.find(command.from());
        if (!mayMove(command.origin(), from, decision)) {
            return;
        }
        int to = accounts.find(command.to());
        boolean known = to >= 0 && accounts.platform(to) == accounts.platform(from);
        long available =
                state.book().balance(AccountKind.AVAILABLE, command.from(), command.currency());
        if (!known) {
            decision.refuse(ResultCode.RECIPIENT_NOT_FOUND);
        } else if (from == to) {
            decision.refuse(ResultCode.SAME_ACCOUNT);
        } else if (accounts.status(to) != AccountStatus.ACTIVE) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        } else if (hasRoom(command.currency(), decision)) {
            if (available < command.amount()) {
                decision.refuse(ResultCode.INSUFFICIENT_BALANCE, available, command.amount());
            } else if (allows(command, decision)) {
                putTransfer(command, decision);
            }
        }
    }

    void topUp(CreateTopUpDecoder command, Decision decision) {
        int account = state.accounts().find(command.account());
        if (!mayMove(command.origin(), account, decision)) {
            return;
        }
        if (!state.settings().hasChannel(command.channel())) {
            decision.refuse(ResultCode.CHANNEL_NOT_FOUND);
        } else if (hasRoom(command.currency(), decision)) {
            // What comes in new is bounded as payments are; what moves within is there already.
            if (state.book().totals(command.currency()).isFullFor(command.amount())) {
                decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
                return;
            }
            boolean allowed =
                    risk.judge(
                            RiskOperation.TOPUP,
                            command.origin().key(),
                            command.account(),
                            command.currency(),
                            command.amount(),
                            0,
                            0,
                            false,
                            decision);
            if (allowed) {
                putTopUp(command, decision);
            } else {
                risk.refuse(decision);
            }
        }
    }

    private boolean allows(CreateTransferDecoder command, Decision decision) {
        boolean allowed =
                risk.judge(
                        RiskOperation.TRANSFER,
                        command.origin().key(),
                        command.from(),
                        command.currency(),
                        command.amount(),
                        command.to(),
                        0,
                        false,
                        decision);
        if (!allowed) {
            risk.refuse(decision);
        }
        return allowed;
    }

    /** Object, side and state of an account whose money is to move. */
    private boolean mayMove(OriginDecoder origin, int account, Decision decision) {
        if (account < 0 || !access.seesAccount(origin, account)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (!access.actsForAccount(origin, account)) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (state.accounts().status(account) != AccountStatus.ACTIVE) {
            decision.refuse(ResultCode.ACCOUNT_NOT_ACTIVE);
        }
        return !decision.isRefused();
    }

    private boolean hasRoom(int currency, Decision decision) {
        if (!state.settings().supportsCurrency(currency)) {
            decision.refuse(ResultCode.CURRENCY_NOT_SUPPORTED);
        } else if (state.book().totals(currency).isFull()) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        }
        return !decision.isRefused();
    }

    private void putTransfer(CreateTransferDecoder command, Decision decision) {
        long transfer = decision.newId();
        decision.event(transferCreated)
                .transfer(transfer)
                .from(command.from())
                .to(command.to())
                .amount(command.amount())
                .currency(command.currency())
                .debt(decision.funds().credit(command.to(), command.currency(), command.amount()));
        decision.end();
        risk.record(transfer, decision);
        decision.show(IdKind.TRANSFER, transfer);
    }

    private void putTopUp(CreateTopUpDecoder command, Decision decision) {
        long topUp = decision.newId();
        long instruction = decision.newId();
        decision.event(topUpCreated)
                .topUp(topUp)
                .account(command.account())
                .amount(command.amount())
                .currency(command.currency())
                .channel(command.channel())
                .instruction(instruction)
                .closesAtMs(decision.nowMs() + state.settings().payByDefaultMs());
        decision.end();
        facts.queue(
                0,
                instruction,
                InstructionKind.TOPUP,
                topUp,
                command.channel(),
                command.amount(),
                command.currency(),
                decision.sequence(),
                decision);
        risk.record(topUp, decision);
        decision.show(IdKind.TOPUP, topUp);
    }
}
