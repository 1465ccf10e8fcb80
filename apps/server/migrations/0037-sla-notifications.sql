-- Promised times that run out are told like promises.

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in ('assigned', 'mentioned', 'answered', 'colleague', 'new_in_team', 'failed', 'woken', 'promise_due', 'promise_broken', 'promise_answered', 'sla_warning', 'sla_breached')) not valid;
