-- A merged ticket whose promise was opened again on the ticket that it went into did not note it.
update tickets t set promise_due_at = k.due_at
from (select workspace_id, ticket_id, min(due_at) as due_at from commitments where state in ('open', 'broken') group by workspace_id, ticket_id) k
where t.workspace_id = k.workspace_id and t.id = k.ticket_id and t.promise_due_at is null;

-- A person's tickets on which something is promised and not kept yet: else all that they ever wrote are looked through.
create index tickets_requester_promised on tickets (workspace_id, requester_id) where promise_due_at is not null;
