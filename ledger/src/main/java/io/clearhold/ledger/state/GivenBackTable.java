package io.clearhold.ledger.state;

/**
 * What the fee and the splits of a payment have given back after its release. Few payments are ever
 * clawed back: one has no record here until it is.
 */
public final class GivenBackTable extends RecordTable {
    private static final int AMOUNT = 1;
    private static final int WORDS = 2;

    private final ExtrasTable extras;
    private final PaymentTable payments;

    GivenBackTable(StateHash hash, ExtrasTable extras, PaymentTable payments) {
        super(29, WORDS, WORDS, hash);
        this.extras = extras;
        this.payments = payments;
    }

    /**
     * What was given back, without what failed.
     *
     * @param place 0 for the fee, else the split, counted from 1
     */
    public long amount(int payment, int place) {
        int first = extras.givenBack(payment);
        return first == 0 ? 0 : get(first - 1 + place, AMOUNT);
    }

    /** Adds to what was given back; a failure takes it off. */
    void add(int payment, int place, long amount) {
        int first = extras.givenBack(payment);
        if (first == 0) {
            first = open(payment);
        }
        int index = first - 1 + place;
        set(index, AMOUNT, get(index, AMOUNT) + amount);
    }

    private int open(int payment) {
        long id = payments.id(payment);
        int first = size() + 1;
        for (int place = 0; place <= payments.splitCount(payment); place++) {
            append(Mix.mix(id, place + 1L));
        }
        extras.givenBack(payment, first);
        return first;
    }
}
