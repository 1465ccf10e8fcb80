-- Who answers by mail hears by mail that the answer waits for an approval (docs/approvals.md).
alter table identity.system_mail
  drop constraint system_mail_kind_check,
  add constraint system_mail_kind_check check (kind in ('invitation', 'password_reset', 'webhook_stopped', 'report', 'answer_waits'));
