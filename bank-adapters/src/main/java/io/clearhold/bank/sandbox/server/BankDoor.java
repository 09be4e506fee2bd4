package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonUnreadableException;

/** Answers one kind of request. Safe for many threads; may block. */
@FunctionalInterface
interface BankDoor {
    BankAnswer answer(BankRequest request) throws JsonUnreadableException, InterruptedException;
}
