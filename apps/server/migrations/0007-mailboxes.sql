-- Mail fetched by IMAP: at most one mailbox an inbox, with the folders that are read and how far each has been read.

create table mailboxes (
  workspace_id bigint not null,
  inbox_id bigint not null,
  host text not null check (char_length(host) between 1 and 253),
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  -- With a password, or at a provider of mail by its own sign-in (mail_grants).
  sign_in text not null default 'password' check (sign_in in ('password', 'microsoft', 'google')),
  -- Encrypted with the installation's secret.
  password_sealed text check (sign_in <> 'password' or password_sealed is not null),
  -- Mail that reached the mailbox before is left alone.
  import_from timestamptz not null,
  mark_seen boolean not null default false,
  active boolean not null default true,
  -- Goes up whenever a reader takes the mailbox and whenever its settings change: who holds an older one writes nothing more.
  lease integer not null default 0,
  -- When it may be taken: the end of a reader's lease, or of the wait after a failure. Null: it is switched off.
  next_attempt_at timestamptz default now(),
  failures integer not null default 0,
  state text not null default 'new' check (state in ('new', 'connected', 'trouble')),
  -- A code of the closed list in platform/mail/mail-trouble.ts, and the server's own words where it said some.
  trouble text,
  trouble_detail text,
  trouble_since timestamptz,
  checked_at timestamptz,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, inbox_id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id)
);
create index mailboxes_due on mailboxes (workspace_id, next_attempt_at) where next_attempt_at is not null;

create table mailbox_folders (
  workspace_id bigint not null,
  inbox_id bigint not null,
  path text not null check (char_length(path) between 1 and 500),
  position integer not null default 1,
  -- The place (RFC 9051 §2.3.1.1): all mail up to last_uid has its intake row. Null before the first look.
  uid_validity bigint,
  last_uid bigint not null default 0,
  missing boolean not null default false,
  -- Messages that the server would not hand out.
  withheld integer not null default 0,
  primary key (workspace_id, inbox_id, path),
  foreign key (workspace_id, inbox_id) references mailboxes (workspace_id, inbox_id)
);

-- The administrator's own app registration at a provider whose mailboxes take no passwords (RFC 6749).
create table mail_apps (
  workspace_id bigint not null,
  provider text not null check (provider in ('microsoft', 'google')),
  client_id text not null,
  client_secret_sealed text not null,
  -- Microsoft's directory; not used at Google.
  tenant text not null default 'organizations',
  updated_at timestamptz not null default now(),
  primary key (workspace_id, provider)
);

-- What an account's owner granted: the right to read and send its mail, until they take it back.
create table mail_grants (
  workspace_id bigint not null,
  inbox_id bigint not null,
  provider text not null check (provider in ('microsoft', 'google')),
  username text not null,
  refresh_token_sealed text not null,
  access_token_sealed text,
  access_expires_at timestamptz,
  -- The provider takes the grant no more: somebody has to connect the account again.
  revoked_at timestamptz,
  granted_by bigint,
  created_at timestamptz not null default now(),
  primary key (workspace_id, inbox_id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id)
);

-- When a fetched mail reached its mailbox; null for what came in by our own doors.
alter table intake add column arrived_at timestamptz;

-- What each inbox had last, and what stands in its outbox.
create index intake_inbox on intake (workspace_id, inbox_id, id desc);
create index outbox_unsent on outbox (workspace_id, inbox_id, id) where status in ('queued', 'sending', 'failed');

grant select, insert, update, delete on mailboxes, mailbox_folders, mail_apps, mail_grants to ombud_app;
