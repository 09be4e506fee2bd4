-- What one person proposed and a second one decides. proposer and decider are keys; their texts name the persons.
CREATE TABLE approvals (
    id                bigint PRIMARY KEY,
    kind              text NOT NULL,
    status            text NOT NULL,
    subject           bigint NOT NULL,
    first             bigint NOT NULL,
    second            bigint NOT NULL,
    third             bigint NOT NULL,
    fourth            bigint NOT NULL,
    fifth             bigint NOT NULL,
    failure           integer NOT NULL,
    failure_first     bigint NOT NULL,
    failure_second    bigint NOT NULL,
    proposer          bigint NOT NULL,
    proposer_sequence bigint NOT NULL,
    decider           bigint NOT NULL,
    decider_sequence  bigint NOT NULL,
    expires_at_ms     bigint NOT NULL,
    decided_at_ms     bigint NOT NULL,
    created_at_ms     bigint NOT NULL,
    text_sequence     bigint NOT NULL,
    decision_sequence bigint NOT NULL,
    last_sequence     bigint NOT NULL,
    text              text,
    decision          text,
    proposer_text     text,
    decider_text      text
) WITH (fillfactor = 80);
CREATE INDEX approvals_open ON approvals (status, id) WHERE status = 'proposed';
CREATE INDEX approvals_by_subject ON approvals (subject, id) WHERE subject <> 0;
CREATE INDEX approvals_by_time ON approvals (created_at_ms, id);
