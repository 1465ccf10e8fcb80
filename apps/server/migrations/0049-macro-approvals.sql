-- Macros write notes and promises, and more takes an approval (docs/automations.md, docs/approvals.md); the same rules as in 0002-desk.sql.

-- A note that was written beside a reply, and went back with it before it was sent.
alter table messages add column taken_back_at timestamptz;

-- Of an approved one of a macro with a text: the message with it, which it lets go once.
alter table approval_requests add column spent_message_id bigint;

alter table approval_rules
  -- A macro that is not run alone; a promise that is moved later by more than so many hours; two tickets that are merged.
  add column macro_id bigint,
  add column later_hours integer check (later_hours between 0 and 8760),
  add foreign key (workspace_id, macro_id) references macros (workspace_id, id);
create index approval_rules_macro on approval_rules (workspace_id, macro_id) where macro_id is not null;

do $$
declare
  old text;
begin
  for old in select c.conname from pg_constraint c where c.conrelid = 'approval_rules'::regclass and c.contype = 'c'
    and (pg_get_constraintdef(c.oid) like '%guard%field_id%' or (c.conname = 'approval_rules_guard_check')) loop
    execute format('alter table approval_rules drop constraint %I', old);
  end loop;
end
$$;
alter table approval_rules
  add check (guard in ('status', 'amount', 'choice', 'macro', 'promise', 'merge')),
  add check ((guard in ('amount', 'choice')) = (field_id is not null)),
  add check ((guard = 'macro') = (macro_id is not null)),
  add check ((guard = 'promise') = (later_hours is not null));
