-- What an agent does to a ticket takes an approval as well (docs/approvals.md); the same rules as in 0002-desk.sql.

alter table approval_rules
  -- Of the guard `action`: one of these is enough.
  add column actions text[],
  drop constraint approval_rules_guard_check,
  add constraint approval_rules_guard_check check (guard in ('status', 'amount', 'choice', 'macro', 'promise', 'merge', 'action')),
  add constraint approval_rules_actions_check check (
    (guard = 'action') = (actions is not null)
    and (actions is null or (cardinality(actions) > 0
      and actions <@ array['assign', 'unassign', 'team', 'brand', 'priority', 'kind', 'spam', 'trash', 'escalate', 'promise', 'withdraw_promise', 'split', 'unmerge'])));
