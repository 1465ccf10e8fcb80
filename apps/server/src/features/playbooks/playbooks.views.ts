import type { z } from 'zod';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { TicketStepRow } from '../required-steps/index.ts';
import { mayWritePlaybook } from './playbooks.policy.ts';
import type { PlaybookRow } from './playbooks.queries.ts';
import type { playbookShape, ticketSteps } from './playbooks.schemas.ts';

type Brand = { brand_id: number | null; brand_name: string | null; brand_color: string | null };

const brandOf = ({ brand_id: id, brand_name: name, brand_color: color }: Brand) => (id === null ? null : { id, name: name ?? '', color: color ?? '' });

export function toPlaybook(row: PlaybookRow, actor: AgentActor): z.input<typeof playbookShape> {
  return {
    id: row.id,
    name: row.name,
    brand: brandOf(row),
    conditions: row.conditions as z.input<typeof playbookShape>['conditions'], // as `readConditions` let them in
    guards: row.guards,
    steps: row.steps,
    may_edit: mayWritePlaybook(actor, row.brand_id),
    archived: row.archived_at !== null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** Rows stand playbook by playbook. */
export function toTicketSteps(rows: readonly TicketStepRow[]): z.input<typeof ticketSteps> {
  const playbooks = Map.groupBy(rows, ({ playbook_id }) => playbook_id);
  return {
    items: [...playbooks.values()].flatMap((steps) => {
      const [first] = steps;
      return first ? [{ id: first.playbook_id, name: first.playbook_name, brand: brandOf(first), guards: first.guards, steps: steps.map(toStep) }] : [];
    }),
  };
}

type StepShape = z.input<typeof ticketSteps>['items'][number]['steps'][number];

function toStep(row: TicketStepRow): StepShape {
  const { step_id: id, text, done_by: by, field, options, event, done, agent_id: agentId } = row;
  return { id, text, by, field, options, event, done, done_by: agentId === null ? null : { id: agentId, name: row.agent_name ?? '' }, done_at: row.done_at?.toISOString() ?? null };
}
