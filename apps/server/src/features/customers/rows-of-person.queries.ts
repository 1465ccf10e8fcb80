import { sql } from 'kysely';

/**
 * The row of the customer `c` and those merged into it, as a table of ids. Join to it laterally, with a limit or `offset 0`
 * inside: PostgreSQL would else rather read a whole table for each than guess that these are few. Index: customers_person.
 */
export const rowsOfPerson = sql`(select c.id union all select m.id from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id)`;
