-- A ticket that was merged into another one: closed, and its entries are read in the other's timeline. merged_status is
-- what it goes back to when that is undone.
alter table tickets
  add column merged_into bigint,
  add column merged_status text check (merged_status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  add check ((merged_into is null) = (merged_status is null)),
  add foreign key (workspace_id, merged_into) references tickets (workspace_id, id);
create index tickets_merged on tickets (workspace_id, merged_into) where merged_into is not null;

-- Who came into a ticket by a merge leaves it when that is undone.
alter table participants add column merged_from bigint;
