-- What is proposed and done about breaks, and who looks after them.
ALTER TABLE breaks
    ADD COLUMN treatment         text NOT NULL DEFAULT 'match',
    ADD COLUMN action            text NOT NULL DEFAULT 'none',
    ADD COLUMN assigned_sequence bigint NOT NULL DEFAULT 0,
    ADD COLUMN assigned          text;
