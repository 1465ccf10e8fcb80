-- What reports read (docs/reports.md); the same rules as in 0002-desk.sql.

-- What there is to say of each ticket that counts: in the inbox, and not merged into another one. Its columns are exactly what
-- report_days holds of it, so that a change takes the old away and adds the new.
create table report_tickets (
  workspace_id bigint not null,
  ticket_id bigint not null,
  brand_id bigint not null,
  -- Numbers and codes as text, '' for none, as in report_days.
  team text not null,
  assignee text not null,
  tier text not null,
  topic text not null,
  channel text not null,
  language text not null,
  kind text not null,
  created_at timestamptz not null,
  -- In the workspace's time zone: when it came in, and when it was first solved.
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  solved_day text check (solved_day ~ '^\d{4}-\d\d-\d\d$'),
  -- Counted on the day on which it came in.
  open integer not null,
  replies integer not null,
  first_replies integer not null,
  first_reply_seconds bigint not null,
  first_reply_open_seconds bigint not null,
  sla_met integer not null,
  sla_missed integer not null,
  promises_kept integer not null,
  promises_broken integer not null,
  -- Counted on the day on which it was first solved.
  solved integer not null,
  reopened integer not null,
  first_contact integer not null,
  resolved integer not null,
  resolution_seconds bigint not null,
  resolution_open_seconds bigint not null,
  degree_solved integer not null,
  degree_partly integer not null,
  degree_worked_around integer not null,
  degree_not_solved integer not null,
  degree_withdrawn integer not null,
  timed integer not null,
  minutes integer not null,
  rated integer not null,
  score_sum integer not null,
  primary key (workspace_id, ticket_id),
  check ((solved = 1) = (solved_day is not null)),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index report_tickets_day on report_tickets (workspace_id, day, ticket_id);
create index report_tickets_solved on report_tickets (workspace_id, solved_day, ticket_id) where solved_day is not null;
-- An agent's own.
create index report_tickets_assignee on report_tickets (workspace_id, assignee, day, ticket_id);
create index report_tickets_assignee_solved on report_tickets (workspace_id, assignee, solved_day, ticket_id) where solved_day is not null;
create index report_tickets_open on report_tickets (workspace_id, day, ticket_id) where open > 0;

-- The sums by day: of all tickets of a brand, and of those that share one thing (a team, a channel, …).
create table report_days (
  workspace_id bigint not null,
  dimension text not null check (dimension in ('all', 'team', 'assignee', 'tier', 'topic', 'channel', 'language', 'kind')),
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  value text not null,
  brand_id bigint not null,
  tickets bigint not null default 0,
  open bigint not null default 0,
  replies bigint not null default 0,
  first_replies bigint not null default 0,
  first_reply_seconds bigint not null default 0,
  first_reply_open_seconds bigint not null default 0,
  sla_met bigint not null default 0,
  sla_missed bigint not null default 0,
  promises_kept bigint not null default 0,
  promises_broken bigint not null default 0,
  solved bigint not null default 0,
  reopened bigint not null default 0,
  first_contact bigint not null default 0,
  resolved bigint not null default 0,
  resolution_seconds bigint not null default 0,
  resolution_open_seconds bigint not null default 0,
  degree_solved bigint not null default 0,
  degree_partly bigint not null default 0,
  degree_worked_around bigint not null default 0,
  degree_not_solved bigint not null default 0,
  degree_withdrawn bigint not null default 0,
  timed bigint not null default 0,
  minutes bigint not null default 0,
  rated bigint not null default 0,
  score_sum bigint not null default 0,
  primary key (workspace_id, dimension, day, value, brand_id)
);
create index report_days_of on report_days (workspace_id, dimension, value, day);
-- What is open now, whenever it came in.
create index report_days_open on report_days (workspace_id, dimension, value) where open > 0;

-- How many took how long, on a scale in which each step is a tenth longer than the one before: medians cannot be added up.
create table report_day_times (
  workspace_id bigint not null,
  dimension text not null check (dimension in ('all', 'team', 'assignee', 'tier', 'topic', 'channel', 'language', 'kind')),
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  value text not null,
  brand_id bigint not null,
  measure text not null check (measure in ('first_reply', 'resolution')),
  step smallint not null,
  count bigint not null,
  primary key (workspace_id, dimension, day, value, brand_id, measure, step)
);
create index report_day_times_of on report_day_times (workspace_id, dimension, value, day);

-- How far the feed has been followed, and which tickets have been counted after a start or another time zone.
create table report_progress (
  workspace_id bigint primary key,
  xid xid8 not null,
  event_id bigint not null,
  -- The last ticket that was counted; null when all are.
  counted_to bigint,
  -- The newest ticket when counting began.
  count_until bigint not null default 0,
  lease text,
  leased_until timestamptz
);

-- Reports by mail.
create table report_schedules (
  workspace_id bigint not null,
  id bigint generated by default as identity,
  -- Who gets it, as far as they see; and who asked for it.
  agent_id bigint not null,
  made_by bigint not null,
  every text not null check (every in ('day', 'week', 'month')),
  -- In the zone of whoever gets it.
  hour smallint not null check (hour between 0 and 23),
  filter jsonb not null default '{}',
  format text not null check (format in ('csv', 'xlsx')),
  -- When it goes out next. Fired once (platform/timers).
  next_at timestamptz,
  last_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, made_by) references agents (workspace_id, id)
);
create index report_schedules_next on report_schedules (workspace_id, next_at, id) where next_at is not null;
create index report_schedules_agent on report_schedules (workspace_id, agent_id, id);
create index report_schedules_maker on report_schedules (workspace_id, made_by, id);

grant select, insert, update, delete on report_tickets, report_days, report_day_times, report_progress, report_schedules to ombud_app;
grant usage on sequence report_schedules_id_seq to ombud_app;

alter table identity.system_mail drop constraint system_mail_kind_check;
alter table identity.system_mail add constraint system_mail_kind_check check (kind in ('invitation', 'password_reset', 'webhook_stopped', 'report'));
