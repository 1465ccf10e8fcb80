import type { z } from 'zod';
import type { Experts } from './experts.ts';
import type { EscalationRow, OwnEscalationRow } from './escalations.queries.ts';
import type { escalationShape, expertShape, expertsShape, ownEscalationShape, ownSwarmShape, swarmShape } from './escalation.schemas.ts';
import type { Known } from './escalation.rules.ts';
import type { OwnSwarmRow, SwarmRow } from './swarms.queries.ts';

const ref = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function toEscalation(row: EscalationRow): z.input<typeof escalationShape> {
  const { id, kind, target, tier, known, tried, promised, sources, question, state, explanation } = row;
  return {
    id, ticket: row.ticket_number, kind, target, tier, team: ref(row.team_id, row.team_name), owner: ref(row.owner_id, row.owner_name),
    from: { agent: ref(row.from_agent_id, row.from_agent_name), team: ref(row.from_team_id, row.from_team_name) },
    known, tried, promised, sources, question, state, by: ref(row.maker_id, row.maker_name), at: row.created_at.toISOString(),
    over_by: ref(row.ender_id, row.ender_name), over_at: row.over_at?.toISOString() ?? null, explanation, told: row.message_id !== null,
  };
}

export function toOwnEscalation(row: OwnEscalationRow): z.input<typeof ownEscalationShape> {
  const { known: _known, tried: _tried, promised: _promised, sources: _sources, ...rest } = toEscalation(row);
  return { ...rest, subject: row.subject, status: row.status, requester: row.requester_name, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color } };
}

export function toExperts({ experts, leads, skills }: Experts): z.input<typeof expertsShape> {
  const shown = ({ agent, name, tier, member, availability, atWork, open, most, skills: has, solved }: Known): z.input<typeof expertShape> => ({
    agent: { id: agent, name }, tier, member, availability, at_work: atWork, open, most, solved: [...solved],
    skills: has.map(({ skill, level, enough }) => ({ id: skill, name: skills.get(skill) ?? '', level, enough })),
  });
  return { experts: experts.map(shown), leads: leads.map(shown) };
}

export function toSwarm(row: SwarmRow): z.input<typeof swarmShape> {
  return {
    id: row.id, ticket: row.ticket_number, question: row.question, team: ref(row.team_id, row.team_name), by: { id: row.asked_by, name: row.asker_name }, at: row.created_at.toISOString(),
    people: row.people.map(({ id, name, waits }) => ({ agent: { id, name }, waits })),
    open: row.closed_at === null, closed_at: row.closed_at?.toISOString() ?? null, closed_by: ref(row.closed_by, row.closer_name), helpful: row.helpful_message_id,
    answers: row.answers.map(({ id, agent_id, agent_name, text, created_at }) => ({ message: id, agent: ref(agent_id, agent_name), text, at: new Date(created_at).toISOString() })),
  };
}

export function toOwnSwarm(row: OwnSwarmRow): z.input<typeof ownSwarmShape> {
  return {
    id: row.id, ticket: row.ticket_number, subject: row.subject, requester: row.requester_name, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    question: row.question, by: { id: row.asked_by, name: row.asker_name }, at: row.created_at.toISOString(),
  };
}
