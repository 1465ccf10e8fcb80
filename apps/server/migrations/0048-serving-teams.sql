-- Which teams may serve a brand (docs/people.md). Null: all of them, those to come as well. Ids, as brand_ids of webhooks: a team is never deleted.
alter table brands add column team_ids bigint[] check (cardinality(team_ids) between 1 and 200);
