-- A client company's own people, who read their brands' cases and change nothing.

alter table agents
  drop constraint agents_role_check,
  add constraint agents_role_check check (role in ('owner', 'admin', 'lead', 'agent', 'viewer', 'client')) not valid,
  -- Never all brands, and never there to take a case.
  add constraint agents_client_check check (role <> 'client' or (not all_brands and availability = 'away' and not works_from_home)) not valid;

alter table identity.invitations
  drop constraint invitations_role_check,
  add constraint invitations_role_check check (role in ('owner', 'admin', 'lead', 'agent', 'viewer', 'client')) not valid,
  add constraint invitations_client_check check (role <> 'client' or (not all_brands and cardinality(brands) > 0 and cardinality(teams) = 0)) not valid;

alter table identity.workspaces
  drop constraint workspaces_second_factor_roles_check,
  add constraint workspaces_second_factor_roles_check check (second_factor_roles <@ array['owner', 'admin', 'lead', 'agent', 'viewer', 'client']) not valid;

-- What a brand shows its client readers beyond what its customers see themselves.
alter table brands
  add column clients_see_notes boolean not null default false,
  add column clients_see_contacts boolean not null default false;

-- Which cases a client reader opened: a row for each day, so that reading all day long writes no more.
create table client_openings (
  workspace_id bigint not null,
  agent_id bigint not null,
  -- In UTC.
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  ticket_id bigint not null,
  times integer not null default 0,
  files integer not null default 0,
  last_at timestamptz not null,
  primary key (workspace_id, agent_id, day, ticket_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index client_openings_ticket on client_openings (workspace_id, ticket_id);

grant select, insert, update, delete on client_openings to ombud_app;
