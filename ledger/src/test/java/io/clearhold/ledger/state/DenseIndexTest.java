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
        BalanceTable balances = new BalanceTable(hash);
        int payment = payments.add(1);
        int instruction = instructions.add(2);
        int account = accounts.add(3);
        int balance = balances.append(4);
        long high = hash.high();
        long low = hash.low();

        payments.deadline(payment, 7);
        payments.firstSplit(payment, 8);
        instructions.deadline(instruction, 9);
        accounts.firstBalance(account, 10);
        balances.next(balance, 11);
        balances.activeDay(balance, 12);
        accounts.activeDay(account, 13);

        assertThat(hash.high()).isEqualTo(high);
        assertThat(hash.low()).isEqualTo(low);
        payments.held(payment, 1);
        assertThat(hash.high()).isNotEqualTo(high);
    }
}
