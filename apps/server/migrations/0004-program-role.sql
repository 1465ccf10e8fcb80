-- Requests run as ombud_app: it works on the rows, adds and reads events, and owns nothing.

grant usage on schema public, identity to ombud_app;
grant select, insert, update, delete on all tables in schema public, identity to ombud_app;
grant usage on all sequences in schema public, identity to ombud_app;
revoke update, delete on events from ombud_app;

-- Whether the database is up to date is part of being ready.
grant usage on schema ombud to ombud_app;
grant select on ombud.migrations to ombud_app;
