-- What goes out to people outside of the desk takes an approval as well (docs/approvals.md); the same rules as in 0002-desk.sql.

alter table approval_rules
  drop constraint approval_rules_actions_check,
  add constraint approval_rules_actions_check check (
    (guard = 'action') = (actions is not null)
    and (actions is null or (cardinality(actions) > 0
      and actions <@ array['assign', 'unassign', 'team', 'brand', 'priority', 'kind', 'spam', 'trash', 'escalate', 'promise', 'withdraw_promise', 'split', 'unmerge', 'reply', 'forward'])));
