package io.clearhold.ledger.machine;

/** Who freezes money that is held, and has to be told when somebody takes it all the same. */
@FunctionalInterface
interface FrozenMoney {
    /**
     * Only {@code newFrozen} of a payment's money is left to be frozen; 0 ends what froze it. Does
     * nothing if no more than that is frozen.
     */
    void shrink(int payment, long newFrozen, Decision decision);
}
