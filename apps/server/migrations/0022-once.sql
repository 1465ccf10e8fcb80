-- Requests that carry an Idempotency-Key and have been done: sent again, they are answered and not done again
-- (docs/ARCHITECTURE.md). Kept for two days.

create table idempotency_keys (
  workspace_id bigint not null,
  agent_id bigint not null,
  key text not null check (char_length(key) between 1 and 100),
  -- SHA-256 of the method, the path and the body: a key stands for one request.
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  -- The message that it wrote; null where the answer is the ticket itself.
  message_id bigint,
  created_at timestamptz not null default now(),
  primary key (workspace_id, agent_id, key),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create index idempotency_keys_age on idempotency_keys (workspace_id, created_at);

grant select, insert, update, delete on idempotency_keys to ombud_app;
