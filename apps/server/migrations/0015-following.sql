-- Who wants to hear of a ticket, and who was named in its notes (docs/ARCHITECTURE.md).

create table ticket_followers (
  workspace_id bigint not null,
  ticket_id bigint not null,
  agent_id bigint not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, ticket_id, agent_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create index ticket_followers_agent on ticket_followers (workspace_id, agent_id, ticket_id desc);

-- Written with the note that names them, newest first for the view "mentioned".
create table ticket_mentions (
  workspace_id bigint not null,
  agent_id bigint not null,
  ticket_id bigint not null,
  message_id bigint not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, agent_id, ticket_id, message_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create index ticket_mentions_message on ticket_mentions (workspace_id, message_id);
create index ticket_mentions_newest on ticket_mentions (workspace_id, agent_id, message_id desc);

grant select, insert, update, delete on ticket_followers, ticket_mentions to ombud_app;

-- A snoozed ticket is out of the views of work until its time comes ('infinity': until something happens), and comes back
-- at once when a person writes.
alter table tickets add column snoozed_by bigint;
create index tickets_snoozed on tickets (workspace_id, snoozed_until) where snoozed_until is not null;
