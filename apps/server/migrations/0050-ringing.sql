-- Notifications of what is no event of a ticket: complaints and compliments, which write no events (0044-staff-feedback.sql), and
-- offers, which are over in seconds (0047-offers.sql). Nothing is tried on the notifications that are there.

alter table notifications alter column event_id drop not null;
alter table notifications alter column ticket_id drop not null;
-- What it stands for: a piece of feedback, without a ticket; or an offer of its ticket.
alter table notifications add column feedback_id bigint;
alter table notifications add column offer_id bigint;
alter table notifications
  add constraint notifications_subject_check check ((ticket_id is null) = (feedback_id is not null)) not valid,
  add constraint notifications_source_check check (num_nonnulls(event_id, feedback_id, offer_id) = 1) not valid,
  add foreign key (workspace_id, feedback_id) references staff_feedback (workspace_id, id) on delete cascade not valid,
  add foreign key (workspace_id, offer_id) references routing_offers (workspace_id, id) on delete cascade not valid;
create index notifications_feedback on notifications (workspace_id, feedback_id, agent_id) where feedback_id is not null;
-- An offer is made to one person, once.
create unique index notifications_offer on notifications (workspace_id, offer_id) where offer_id is not null;

-- Seven more kinds, whatever others have been added before.
do $$
declare
  body text;
begin
  select pg_get_constraintdef(c.oid) into strict body from pg_constraint c where c.conname = 'notifications_kind_check' and c.conrelid = 'notifications'::regclass;
  body := regexp_replace(regexp_replace(body, ' NOT VALID$', ''), 'ARRAY\[', 'ARRAY[''offered''::text, ''complaint_given''::text, ''complaint_acknowledge_due''::text, ''complaint_acknowledge_late''::text, ''complaint_answer_due''::text, ''complaint_answer_late''::text, ''compliment''::text, ');
  execute format('alter table notifications drop constraint notifications_kind_check, add constraint notifications_kind_check %s not valid', body);
end
$$;

-- When the owner of a complaint is warned before each deadline; up to when they were reminded; the next moment, null when there is none.
alter table staff_feedback add column acknowledge_soon_at timestamptz;
alter table staff_feedback add column answer_soon_at timestamptz;
alter table staff_feedback add column reminded_until timestamptz;
alter table staff_feedback add column remind_at timestamptz;
create index staff_feedback_remind on staff_feedback (workspace_id, remind_at, id) where remind_at is not null;

-- What is open is looked at once: what is late then is told.
update staff_feedback set acknowledge_soon_at = acknowledge_by - interval '1 day', answer_soon_at = answer_by - interval '2 days',
  remind_at = case when owner_id is not null then now() end
where kind = 'complaint' and closed_at is null;
