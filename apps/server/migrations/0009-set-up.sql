-- Set-up in the browser.

-- The one-time link that the terminal prints while nobody can administer the installation: only its SHA-256.
create table identity.setup_link (
  one boolean primary key default true check (one),
  hash bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on identity.setup_link to ombud_app;

-- Which steps of the set-up are done or put off: {"inbox": "done", "demo": "later"}. Null once it is finished, and where it never ran.
alter table identity.workspaces add column setup jsonb;

-- When the desk is staffed: seven lists of spans, Monday first, [{"from": "08:00", "to": "17:00"}]; null when nobody has said.
alter table identity.workspaces add column hours jsonb;
