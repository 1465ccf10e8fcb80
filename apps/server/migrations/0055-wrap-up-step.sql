-- A playbook may ask for the wrap-up, on the tickets that it fits.
do $$
declare old name;
begin
  for old in select c.conname from pg_constraint c where c.conrelid = 'playbook_steps'::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%callback%' loop
    execute format('alter table playbook_steps drop constraint %I', old);
  end loop;
end $$;
alter table playbook_steps add check (event in ('reply', 'note', 'promise', 'callback', 'wrap_up'));
