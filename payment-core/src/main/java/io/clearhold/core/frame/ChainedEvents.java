package io.clearhold.core.frame;

/**
 * Which events begin with their place in the chain of a payment (the composite {@code Chain}):
 * those of payments and banks, of disputes, of refunds after release and chargebacks, and of
 * milestones.
 */
public final class ChainedEvents {
    private ChainedEvents() {}

    public static boolean contains(int template) {
        return isIn(template, 200, 249) || isIn(template, 300, 339) || isIn(template, 370, 399);
    }

    private static boolean isIn(int template, int first, int last) {
        return template >= first && template <= last;
    }
}
