package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Indexes depend on the order of records and on growth; the hash of the state must not. */
class DenseIndexTest {
    private final StateHash hash = new StateHash();

    @Test
    void shouldNotHashWhereThingsStand() {
        PaymentTable payments = new PaymentTable(hash);
        InstructionTable instructions = new InstructionTable(hash);
        AccountTable accounts = new AccountTable(hash);
        WalletTable wallets = new WalletTable(hash);
        int payment = payments.add(1);
        int instruction = instructions.add(2);
        int account = accounts.add(3);
        int wallet = wallets.append(4);
        ExtrasTable extras = new ExtrasTable(hash, payments);
        extras.disputes(payment, 1);
        long high = hash.high();
        long low = hash.low();

        payments.deadline(payment, 7);
        payments.firstSplit(payment, 8);
        instructions.deadline(instruction, 9);
        payments.payeeWallet(payment, 14);
        extras.milestones(payment, 15, 2);
        accounts.firstWallet(account, 10);
        wallets.next(wallet, 11);
        wallets.activeDay(wallet, 12);
        accounts.activeDay(account, 13);

        assertThat(hash.high()).isEqualTo(high);
        assertThat(hash.low()).isEqualTo(low);
        payments.held(payment, 1);
        assertThat(hash.high()).isNotEqualTo(high);
    }
}
