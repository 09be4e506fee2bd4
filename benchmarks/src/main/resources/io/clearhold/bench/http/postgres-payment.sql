-- The peer of a payment's creation: what a careful team would write on PostgreSQL, as one function and so one round trip and one
-- commit. It checks less and remembers less than Clearhold does. Frozen: a change here makes earlier reports incomparable.
CREATE TABLE account (
    id bigint PRIMARY KEY,
    active boolean NOT NULL,
    open_count bigint NOT NULL DEFAULT 0,
    open_minor bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE SEQUENCE payment_ids;

CREATE TABLE payment (
    id bigint PRIMARY KEY,
    payee bigint NOT NULL,
    payer bigint NOT NULL,
    amount_minor bigint NOT NULL,
    currency char(3) NOT NULL,
    mode text NOT NULL,
    status text NOT NULL,
    reference text NOT NULL,
    description text,
    created_at timestamptz NOT NULL,
    UNIQUE (payee, reference)
);

CREATE TABLE idempotency (
    scope bigint NOT NULL,
    key text NOT NULL,
    digest bytea NOT NULL,
    payment bigint NOT NULL,
    PRIMARY KEY (scope, key)
);

CREATE TABLE event (
    payment bigint NOT NULL,
    ordinal int NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (payment, ordinal)
);

CREATE FUNCTION create_payment(
    p_scope bigint, p_key text, p_digest bytea, p_payee bigint, p_payer bigint, p_amount bigint, p_reference text, p_description text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    found_digest bytea;
    found_payment bigint;
    new_id bigint := nextval('payment_ids');
BEGIN
    INSERT INTO idempotency VALUES (p_scope, p_key, p_digest, new_id) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        SELECT digest, payment INTO found_digest, found_payment FROM idempotency WHERE scope = p_scope AND key = p_key;
        IF found_digest <> p_digest THEN
            RAISE EXCEPTION 'idempotency_key_reused';
        END IF;
        RETURN found_payment;
    END IF;
    PERFORM 1 FROM account WHERE id = p_payer AND active;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'payer_not_found';
    END IF;
    INSERT INTO payment VALUES (
        new_id, p_payee, p_payer, p_amount, 'CNY', 'escrow', 'created', p_reference, p_description, now());
    INSERT INTO event VALUES (new_id, 1, 'payment.created', now());
    -- The payee's running totals, last: their row is locked from here to the end of the commit.
    UPDATE account SET open_count = open_count + 1, open_minor = open_minor + p_amount WHERE id = p_payee AND active;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'payee_not_found';
    END IF;
    RETURN new_id;
END
$$;
