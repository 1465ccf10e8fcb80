-- A complaint whose owner has left goes to somebody else, and its history says why.
alter table staff_feedback_history drop constraint staff_feedback_history_what_check;
alter table staff_feedback_history add constraint staff_feedback_history_what_check
  check (what in ('filed', 'read', 'note', 'owner', 'left', 'acknowledged', 'answered', 'closed', 'reopened', 'released', 'statement'));
