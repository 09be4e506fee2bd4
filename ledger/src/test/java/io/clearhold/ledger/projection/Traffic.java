package io.clearhold.ledger.projection;

import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.PaymentMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Payments through their lives, many at a time. */
final class Traffic {
    private static final long AMOUNT = 12_900;

    private final TestLedger ledger;
    private final Commands commands = new Commands();
    private final long payee;
    private final long splitAccount;
    private int orders;

    /** Configures an empty ledger and makes two accounts. */
    Traffic(TestLedger ledger) {
        this.ledger = ledger;
        ledger.send(commands.configure(11, 22));
        ledger.send(commands.createKey("\"person\":\"Li\""));
        long created =
                ledger.send(
                        commands.createAccount(
                                "\"name\":\"Shop \\u0000 & Söhne\",\"reference\":\"m-1\","
                                        + "\"bank_account\":{\"number\":\"0001\"}"));
        payee = TestLedger.object(created, 0);
        ledger.send(commands.setPricing(payee, 60));
        splitAccount =
                TestLedger.object(ledger.send(commands.createAccount("\"name\":\"Partner\"")), 0);
    }

    Commands commands() {
        return commands;
    }

    long payee() {
        return payee;
    }

    /** Pays, ships and confirms {@code count} payments; each is eight frames and eleven events. */
    List<Long> complete(int count) {
        List<Long> payments = hold(count);
        ledger.sendAll(each(payments, commands::ship));
        ledger.sendAll(each(payments, payment -> commands.confirm(payment, 0)));
        return payments;
    }

    /** Pays {@code count} payments by the channel. */
    List<Long> hold(int count) {
        List<byte[]> creations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders++;
            creations.add(
                    commands.createPayment(
                            payee,
                            AMOUNT,
                            orders % 3 == 0 ? splitAccount : 0,
                            "\"reference\":\"order-"
                                    + orders
                                    + "\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"},"
                                    + "\"description\":\"a\\tb \\\\ 书\",\"metadata\":{\"k\":\"v\"}"));
        }
        List<Long> sequences = ledger.sendAll(creations);
        List<Long> instructions = sequences.stream().map(s -> TestLedger.object(s, 1)).toList();
        ledger.sendAll(each(instructions, commands::claim));
        ledger.sendAll(each(instructions, id -> commands.report(id, BankOutcome.ACCEPTED, 0)));
        ledger.sendAll(each(instructions, id -> commands.report(id, BankOutcome.SETTLED, AMOUNT)));
        return sequences.stream().map(s -> TestLedger.object(s, 0)).toList();
    }

    /** A little of everything that a payment, a refund and a payout can go through. */
    void everything() {
        List<Long> held = hold(12);
        long partial = held.get(0);
        ledger.send(commands.ship(partial));
        ledger.send(commands.extend(partial, 3600));
        ledger.send(commands.confirm(partial, 4_000));
        settle(ledger.send(commands.refund(partial, 900)), BankOutcome.SETTLED, 900);
        settle(ledger.send(commands.refund(held.get(1), 0)), BankOutcome.SETTLED, AMOUNT);
        settle(ledger.send(commands.refund(held.get(2), 0)), BankOutcome.REJECTED, 0);
        ledger.send(commands.confirm(held.get(3), 0));
        ledger.send(commands.confirm(held.get(4), 0));
        wallet(held);
        payouts();
        declined();
    }

    private void wallet(List<Long> held) {
        ledger.send(
                commands.createPayment(
                        splitAccount, 500, 0, payee, PaymentMode.ESCROW, "\"reference\":\"w-1\""));
        ledger.send(
                commands.createPayment(
                        splitAccount, 700, 0, payee, PaymentMode.DIRECT, "\"reference\":\"w-2\""));
        long payment =
                TestLedger.object(
                        ledger.send(
                                commands.createPayment(
                                        splitAccount,
                                        300,
                                        0,
                                        payee,
                                        PaymentMode.ESCROW,
                                        "\"reference\":\"w-3\"")),
                        0);
        ledger.send(commands.refund(payment, 100));
        ledger.send(commands.confirm(held.get(5), 1));
    }

    private void payouts() {
        settle(ledger.send(commands.payOut(payee, 1_000)), BankOutcome.SETTLED, 1_000);
        settle(ledger.send(commands.payOut(payee, 2_000)), BankOutcome.REJECTED, 0);
        settle(ledger.send(commands.payOut(payee, 3_000)), BankOutcome.UNKNOWN, 10);
        long returned = ledger.send(commands.payOut(payee, 4_000));
        settle(returned, BankOutcome.SETTLED, 4_000);
        ledger.send(commands.report(TestLedger.object(returned, 1), BankOutcome.RETURNED, 4_000));
        long canceled = ledger.send(commands.payOut(payee, 50));
        ledger.send(commands.cancelPayout(TestLedger.object(canceled, 0)));
    }

    private void declined() {
        long declined =
                ledger.send(commands.createPayment(payee, 100, 0, "\"reference\":\"declined\""));
        settle(declined, BankOutcome.REJECTED, 1);
        long wrong = ledger.send(commands.createPayment(payee, 100, 0, "\"reference\":\"wrong\""));
        settle(wrong, BankOutcome.SETTLED, 99);
    }

    /** The bank takes the instruction of the frame at {@code sequence} and says how it ended. */
    private void settle(long sequence, BankOutcome outcome, long amount) {
        long instruction = TestLedger.object(sequence, 1);
        ledger.send(commands.claim(instruction));
        ledger.send(commands.report(instruction, outcome, amount));
    }

    private static List<byte[]> each(List<Long> ids, LongFunction<byte[]> command) {
        return ids.stream().map(command::apply).toList();
    }
}
