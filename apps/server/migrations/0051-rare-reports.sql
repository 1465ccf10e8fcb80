-- The tickets behind numbers that are small where things go well: without these a page of them walks over all tickets of the period.
create index report_tickets_missed on report_tickets (workspace_id, day, ticket_id) where sla_missed > 0;
create index report_tickets_broken on report_tickets (workspace_id, day, ticket_id) where promises_broken > 0;
create index report_tickets_reopened on report_tickets (workspace_id, solved_day, ticket_id) where reopened > 0;
create index report_tickets_short on report_tickets (workspace_id, solved_day, ticket_id) where degree_partly > 0 or degree_worked_around > 0 or degree_not_solved > 0 or degree_withdrawn > 0;
