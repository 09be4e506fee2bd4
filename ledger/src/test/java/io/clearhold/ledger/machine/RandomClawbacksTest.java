package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Releases, refunds, failures at the bank, chargebacks and verdicts in random order on a few
 * accounts: after each step the invariants hold (the fixture checks them), and what was taken and
 * given back in full leaves no trace.
 */
class RandomClawbacksTest {
    private static final int SEEDS = 8;
    private static final int STEPS = 400;

    private final Set<AccountKind> legs = EnumSet.noneOf(AccountKind.class);
    private final Set<ChargebackStatus> chargebacks = EnumSet.noneOf(ChargebackStatus.class);
    private final Set<RefundStatus> refunds = EnumSet.noneOf(RefundStatus.class);

    @Test
    void shouldHoldEveryPromiseInAnyOrder() {
        Seeds.forEach(
                SEEDS,
                random -> {
                    MachineFixture ledger = new MachineFixture();
                    Round round = new Round(ledger, random);
                    for (int i = 0; i < STEPS; i++) {
                        round.step();
                    }
                    ReplayCheck.check(ledger);
                    remember(ledger.state());
                });
        assertThat(legs)
                .contains(
                        AccountKind.AVAILABLE,
                        AccountKind.RESERVE,
                        AccountKind.DEBT,
                        AccountKind.FEES);
        assertThat(refunds).containsExactlyInAnyOrder(RefundStatus.values());
        assertThat(chargebacks)
                .contains(ChargebackStatus.WON, ChargebackStatus.LOST, ChargebackStatus.EVIDENCE);
    }

    @Test
    void shouldLeaveEachAccountAsItWasWhenWhatWasTakenComesBack() {
        Seeds.forEach(
                SEEDS,
                random -> {
                    MachineFixture ledger = new MachineFixture();
                    Round round = new Round(ledger, random);
                    for (int i = 0; i < STEPS / 4; i++) {
                        round.step();
                    }
                    long payment = round.releasedPayment();
                    Map<Long, Long> before = round.worth();
                    long refund = ledger.platform().refund(payment).id();
                    ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
                    assertThat(round.worth()).isEqualTo(before);
                    ledger.bank().chargeBack(payment, 700, 0).ok();
                    long chargeback =
                            ledger.state()
                                    .extras()
                                    .chargeback(ledger.state().payments().find(payment));
                    ledger.platform().addChargebackEvidence(chargeback).ok();
                    ledger.bank().settle(ledger.bank().instructionOf(chargeback)).ok();
                    assertThat(round.worth()).isEqualTo(before);
                });
    }

    private void remember(LedgerState state) {
        for (int i = 0; i < state.legs().size(); i++) {
            legs.add(state.legs().kind(i));
        }
        for (int i = 0; i < state.refunds().size(); i++) {
            refunds.add(state.refunds().status(i));
        }
        ChargebackTable table = state.chargebacks();
        for (int i = 0; i < table.size(); i++) {
            chargebacks.add(table.status(i));
        }
    }

    /** One random history. */
    private static final class Round {
        private final MachineFixture ledger;
        private final Random random;
        private final long[] accounts = new long[4];

        Round(MachineFixture ledger, Random random) {
            this.ledger = ledger;
            this.random = random;
            for (int i = 0; i < accounts.length; i++) {
                accounts[i] = ledger.newAccount();
            }
            ledger.setReserve(accounts[0], 2500, 3);
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1 -> newPayment();
                case 2, 3, 4 -> giveBack();
                case 5, 6 -> hearFromBank();
                case 7 -> answer();
                case 8, 9, 10 -> payOutAll();
                default -> ledger.pass(random.nextLong(MachineFixture.DAY_MS));
            }
        }

        long releasedPayment() {
            long payment = newPayment();
            ledger.platform().confirm(payment);
            return payment;
        }

        /** What each account has, less what it owes. */
        Map<Long, Long> worth() {
            Map<Long, Long> worth = new HashMap<>();
            for (long account : accounts) {
                worth.put(
                        account,
                        ledger.available(account) + ledger.reserve(account) - ledger.debt(account));
            }
            return worth;
        }

        private long newPayment() {
            long payee = account();
            long payment =
                    ledger.platform()
                            .createPayment(
                                    payee,
                                    t ->
                                            t.splitBps(account(), random.nextInt(3000))
                                                    .split(account(), random.nextInt(100) + 1)
                                                    .feeBps(random.nextInt(500), 0, 0))
                            .id();
            ledger.platform().pay(payment).ok();
            ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
            ledger.platform().confirm(payment, 1 + random.nextInt(1000)).ok();
            return payment;
        }

        private void giveBack() {
            LedgerState state = ledger.state();
            if (state.payments().size() == 0) {
                return;
            }
            long payment = state.payments().id(random.nextInt(state.payments().size()));
            switch (random.nextInt(6)) {
                case 0 -> ledger.bank().chargeBack(payment, 1 + random.nextInt(1000), 0);
                case 1 -> ledger.platform().refundWithFee(payment, 1 + random.nextInt(300));
                case 2 -> ledger.platform().confirm(payment);
                default -> ledger.platform().refund(payment, 1 + random.nextInt(500));
            }
        }

        private void payOutAll() {
            long account = account();
            if (ledger.available(account) > 0) {
                ledger.platform().payOut(account, ledger.available(account)).ok();
            }
        }

        private void hearFromBank() {
            InstructionTable table = ledger.state().instructions();
            if (table.size() == 0) {
                return;
            }
            int index = random.nextInt(table.size());
            long instruction = table.id(index);
            boolean collects = table.kind(index).collects();
            if (collects) {
                return;
            }
            if (table.status(index) == InstructionStatus.QUEUED) {
                ledger.bank().claim(instruction).ok();
            }
            switch (random.nextInt(3)) {
                case 0 -> ledger.bank().report(instruction, BankOutcome.REJECTED);
                case 1 -> ledger.bank().report(instruction, BankOutcome.RETURNED);
                default -> ledger.bank().settle(instruction);
            }
        }

        private void answer() {
            ChargebackTable table = ledger.state().chargebacks();
            if (table.size() > 0) {
                long chargeback = table.id(random.nextInt(table.size()));
                if (random.nextInt(4) == 0) {
                    ledger.platform().acceptChargeback(chargeback);
                } else {
                    ledger.platform().addChargebackEvidence(chargeback);
                }
            }
        }

        private long account() {
            return accounts[random.nextInt(accounts.length)];
        }
    }
}
