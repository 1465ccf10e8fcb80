-- The search index (docs/adr/0013-search.md). It can be made again from the other tables at any time: `search reindex`.
-- `words` holds our own lexemes, built in the program; the database needs no dictionary.
-- Each row belongs to what it describes and goes with it.

create table search_tickets (
  workspace_id bigint not null,
  ticket_id bigint not null,
  -- The ticket's number / 8192: a search walks the slices from the newest on and stops when it has enough.
  slice integer not null,
  words tsvector not null,
  -- Raised by each write: who read the ticket before another wrote its row begins anew.
  version bigint not null default 1,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
) with (toast_tuple_target = 8160);
-- In the row itself up to a page: a rank reads hundreds of them.
alter table search_tickets alter column words set storage main;
-- Without fastupdate: each slice of a search would read the whole list of pending entries again.
create index search_tickets_words on search_tickets using gin (workspace_id, slice, words) with (fastupdate = off);

create table search_customers (
  workspace_id bigint not null,
  customer_id bigint not null,
  words tsvector not null,
  version bigint not null default 1,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade
);
create index search_customers_words on search_customers using gin (workspace_id, words) with (fastupdate = off);

create table search_organizations (
  workspace_id bigint not null,
  organization_id bigint not null,
  words tsvector not null,
  version bigint not null default 1,
  primary key (workspace_id, organization_id),
  foreign key (workspace_id, organization_id) references organizations (workspace_id, id) on delete cascade
);
create index search_organizations_words on search_organizations using gin (workspace_id, words) with (fastupdate = off);

-- What a file says, cut to a length; read by a worker after the mail is there.
create table search_files (
  workspace_id bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  status text not null check (status in ('waiting', 'read', 'empty', 'failed')),
  text text not null default '',
  attempts integer not null default 0,
  -- Null when there is nothing left to do.
  next_attempt_at timestamptz default now(),
  created_at timestamptz not null default now(),
  primary key (workspace_id, sha256)
);
create index search_files_due on search_files (workspace_id, next_attempt_at) where next_attempt_at is not null;

-- How far the index follows the event feed, and the sweep over what was there before it.
create table search_progress (
  workspace_id bigint not null,
  xid xid8 not null,
  event_id bigint not null,
  -- Tickets, customers and organizations below these ids are still to come; null when the sweep is through.
  tickets_below bigint,
  customers_below bigint,
  organizations_below bigint,
  leased_until timestamptz,
  lease text,
  primary key (workspace_id)
);

grant select, insert, update, delete on search_tickets, search_customers, search_organizations, search_files, search_progress to ombud_app;
