import type { Queryable } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { findServingTeam } from './ticket-lookups.queries.ts';

/** The name of a team that tickets of the brand may be given to. @throws Problem invalid_input for `team` */
export async function nameOfServingTeam(db: Queryable, workspaceId: number, teamId: number, brandId: number): Promise<string> {
  const team = await findServingTeam(db, workspaceId, teamId, brandId);
  if (!team) throw fieldProblem('team', 'not_found', 'There is no such team');
  if (!team.serves) throw fieldProblem('team', 'not_serving', `${team.name} does not serve this brand`);
  return team.name;
}
