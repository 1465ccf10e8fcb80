import { workspacesThatHandOut } from '../queue.queries.ts';
import { routeWorkspace } from '../router.ts';

/** Hands out all that waits in every workspace, as the router does it in several turns. @returns how many tickets */
export async function routeAll(tools: Parameters<typeof routeWorkspace>[0]): Promise<number> {
  let handed = 0;
  for (const workspaceId of await workspacesThatHandOut(tools.db)) {
    for (let more = true; more; ) {
      const step = await routeWorkspace(tools, workspaceId);
      handed += step.handed;
      more = step.more;
    }
  }
  return handed;
}
