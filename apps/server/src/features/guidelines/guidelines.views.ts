import type { z } from 'zod';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { mayWriteGuideline } from './guidelines.policy.ts';
import type { GuidelineWithVersion, VersionRow } from './guidelines.queries.ts';
import type { guidelineShape, ticketGuidelines, versionShape } from './guidelines.schemas.ts';
import type { TicketGuidelineRow } from './ticket-guidelines.queries.ts';

type Brand = { brand_id: number | null; brand_name: string | null; brand_color: string | null };

const brandOf = ({ brand_id: id, brand_name: name, brand_color: color }: Brand) => (id === null ? null : { id, name: name ?? '', color: color ?? '' });

export function toVersion(row: VersionRow, inForce: boolean): z.input<typeof versionShape> {
  return {
    version: row.version,
    text: row.text,
    moments: row.moments,
    conditions: row.conditions,
    effective_from: row.effective_from.toISOString(),
    effective_until: row.effective_until?.toISOString() ?? null,
    in_force: inForce,
    withdrawn: row.withdrawn_at !== null,
    created_by: { id: row.created_by, name: row.author_name },
    created_at: row.created_at.toISOString(),
  };
}

export function toGuideline(row: GuidelineWithVersion, actor: AgentActor): z.input<typeof guidelineShape> {
  const archived = row.archived_at !== null;
  return {
    id: row.id,
    name: row.name,
    brand: brandOf(row),
    version: toVersion({ ...row, created_at: row.written_at }, row.in_force && !archived),
    newest_version: row.newest_version,
    next_from: row.next_from?.toISOString() ?? null,
    may_edit: mayWriteGuideline(actor, row.brand_id),
    known: row.known,
    archived,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

export function toTicketGuideline(row: TicketGuidelineRow): z.input<typeof ticketGuidelines>['items'][number] {
  return {
    id: row.id,
    name: row.name,
    brand: brandOf(row),
    version: row.version,
    text: row.text,
    moments: row.moments,
    since: row.effective_from.toISOString(),
    until: row.effective_until?.toISOString() ?? null,
    known: row.known,
  };
}
