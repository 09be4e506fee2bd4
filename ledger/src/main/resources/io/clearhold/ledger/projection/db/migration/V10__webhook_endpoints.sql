-- A deleted endpoint keeps its row: deliveries may still name it.
CREATE TABLE webhook_endpoints (
    id                      bigint PRIMARY KEY,
    owner_role              text NOT NULL,
    platform                bigint NOT NULL,
    account                 bigint NOT NULL,
    status                  text NOT NULL,
    generation              integer NOT NULL,
    previous_valid_until_ms bigint NOT NULL,
    created_at_ms           bigint NOT NULL,
    text_sequence           bigint NOT NULL,
    last_sequence           bigint NOT NULL,
    text                    text
);
CREATE INDEX webhook_endpoints_by_platform ON webhook_endpoints (platform, id);
CREATE INDEX webhook_endpoints_by_account ON webhook_endpoints (account, id);

-- The events of one object in their order: object_sequence of a webhook counts them.
CREATE INDEX events_by_object ON events ((CASE WHEN subject <> 0 THEN subject ELSE payment END), sequence, ordinal)
    WHERE listed;
