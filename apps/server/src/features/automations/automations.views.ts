import type { z } from 'zod';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { mayWriteAutomation } from './automations.policy.ts';
import type { AutomationRow } from './automations.queries.ts';
import { readContent } from './automations.rules.ts';
import type { automationShape, runShape } from './automations.schemas.ts';
import type { RunRow } from './runs.queries.ts';

export function toAutomation(row: AutomationRow, actor: Pick<AgentActor, 'role' | 'scope'>): z.input<typeof automationShape> {
  const content = readContent(row);
  return {
    id: row.id,
    name: row.name,
    brand: row.brand_id === null ? null : { id: row.brand_id, name: row.brand_name ?? '', color: row.brand_color ?? '' },
    trigger: content?.trigger ?? { on: 'events', events: ['created'] },
    conditions: content?.conditions ?? {},
    actions: content?.actions ?? {},
    enabled: row.enabled,
    enabled_at: row.enabled_at?.toISOString() ?? null,
    broken: content === null,
    stopped_at: row.stopped_at?.toISOString() ?? null,
    runs: Number(row.runs),
    last_run_at: row.last_run_at?.toISOString() ?? null,
    may_edit: mayWriteAutomation(actor, row.brand_id),
    archived: row.archived_at !== null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

export function toRun(row: RunRow): z.input<typeof runShape> {
  return {
    id: row.id,
    automation: { id: row.automation_id, name: row.automation_name },
    ticket: { number: row.number, subject: row.subject },
    outcome: row.outcome,
    cause: row.cause.startsWith('time:') ? 'time' : row.cause.replace(/:\d+$/, ''),
    done: row.done,
    problem: row.problem,
    created_at: row.created_at.toISOString(),
  };
}
