import { seesBrand, hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { TicketState } from '../tickets/index.ts';
import type { PreparedMail } from './intake.types.ts';

export type AnswerKind = 'public' | 'note';

/** Why a mail to an agent's signed address is not taken as theirs. */
export type Refusal = 'forged' | 'not_theirs' | 'no_agent' | 'not_seen' | 'empty' | 'closed' | 'no_recipient' | 'not_possible';

/**
 * Whether this mail speaks for the agent whom the address was signed for: only one whose sender is proved (DMARC, or SPF or DKIM
 * of the same domain), comes from the address that the agent has now, while they work here and see the ticket.
 */
export function refusalOf(mail: Pick<PreparedMail, 'verdict' | 'from'>, agent: { actor: AgentActor; active: boolean } | null, ticket: Pick<TicketState, 'brand_id' | 'folder'>): Refusal | null {
  if (mail.verdict !== 'verified') return 'forged';
  if (!agent || !agent.active || !hasRole(agent.actor.role, 'agent')) return 'no_agent';
  if (mail.from?.address !== agent.actor.email) return 'not_theirs';
  return seesBrand(agent.actor.scope, ticket.brand_id) ? null : 'not_seen';
}

const command = /^\s*#(note|public)\b[ \t]*:?[ \t]*/i;

/** A first line "#note" or "#public" says what the answer becomes, and is no part of it. */
export function readCommand(text: string, otherwise: AnswerKind): { kind: AnswerKind; text: string } {
  const match = command.exec(text);
  if (!match) return { kind: otherwise, text: text.trim() };
  return { kind: match[1]?.toLowerCase() === 'note' ? 'note' : 'public', text: text.slice(match[0].length).trim() };
}
