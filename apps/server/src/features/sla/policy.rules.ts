import { seesBrand, type Scope } from '../../platform/auth/actor.ts';
import type { TicketChannel, TicketKind, TicketPriority } from '../tickets/index.ts';
import type { SlaConditions, SlaKind, SlaTarget } from './sla.schemas.ts';

export type SlaPolicy = {
  id: number;
  name: string;
  position: number;
  active: boolean;
  version: number;
  conditions: SlaConditions;
  targets: SlaTarget[];
  pause: ('pending' | 'on_hold')[];
  warn_minutes: number;
  created_at: Date;
  updated_at: Date;
};

/** What a policy's conditions ask of a ticket. */
export type Subject = {
  brand_id: number;
  team_id: number | null;
  priority: TicketPriority;
  kind: TicketKind;
  channel: TicketChannel;
  tags: readonly string[];
  requester_id: number;
  /** The person whom the requester's row leads to. */
  person_id: number;
  organization_id: number | null;
};

/** Several values of one condition mean any of them, several conditions all of them. */
export function fitsPolicy(ticket: Subject, conditions: SlaConditions): boolean {
  const { brand, team, priority, kind, channel, tag, without_tag, requester, organization } = conditions;
  return (
    (!brand || brand.includes(ticket.brand_id)) &&
    (!team || team.includes(ticket.team_id ?? 'none')) &&
    (!priority || priority.includes(ticket.priority)) &&
    (!kind || kind.includes(ticket.kind)) &&
    (!channel || channel.includes(ticket.channel)) &&
    (!tag || tag.some((each) => ticket.tags.includes(each))) &&
    (!without_tag || !without_tag.some((each) => ticket.tags.includes(each))) &&
    (!requester || requester.includes(ticket.requester_id) || requester.includes(ticket.person_id)) &&
    (!organization || (ticket.organization_id !== null && organization.includes(ticket.organization_id)))
  );
}

/** The first in order that fits. */
export function policyFor(ticket: Subject, policies: readonly SlaPolicy[]): SlaPolicy | null {
  return policies.find(({ active, conditions }) => active && fitsPolicy(ticket, conditions)) ?? null;
}

export type Promised = { kind: SlaKind; minutes: number; business: boolean };

/** What a policy promises of a ticket of this priority. */
export function promisedBy({ targets }: Pick<SlaPolicy, 'targets'>, priority: TicketPriority): Promised[] {
  return targets.flatMap(({ kind, time, minutes }) => {
    const promised = minutes[priority];
    return promised === null ? [] : [{ kind, minutes: promised, business: time === 'business' }];
  });
}

/** A policy as somebody finds it, who may see some brands only: of the others nothing, and no policy that is for others alone. */
export function policySeenBy<Policy extends Pick<SlaPolicy, 'conditions'>>(scope: Scope, policy: Policy): Policy | null {
  const { brand } = policy.conditions;
  if (!brand || scope.brands === 'all') return policy;
  const seen = brand.filter((id) => seesBrand(scope, id));
  return seen.length === 0 ? null : { ...policy, conditions: { ...policy.conditions, brand: seen } };
}

/** What somebody writes of a policy's conditions, with the brands in it that they do not see; in the order that is kept, as that says nothing. */
export function keepUnseen(scope: Scope, before: SlaConditions, written: SlaConditions): SlaConditions {
  const { brand: kept = [] } = before;
  const { brand } = written;
  return brand ? { ...written, brand: [...kept.filter((id) => !seesBrand(scope, id) || brand.includes(id)), ...brand.filter((id) => !kept.includes(id))] } : written;
}

/** Whose event a change of it is: a brand's, where it is for one alone; else everybody's. */
export function brandOf(...all: SlaConditions[]): { brandId?: number } {
  const [first, ...others] = new Set(all.flatMap(({ brand }) => brand ?? [0]));
  return first && others.length === 0 ? { brandId: first } : {};
}
