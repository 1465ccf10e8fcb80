import type { EventData } from '../../../platform/events/event-types.ts';
import type { TicketPriority, TicketStatus } from '../../tickets/index.ts';
import { agents } from '../cast.ts';
import type { LanguageTexts } from '../texts/texts.types.ts';
import { momentInWords } from './moments.ts';
import type { AttachmentKey, PlannedActor, PlannedMessage, PlannedStep, PlannedTicket } from './plan.types.ts';

const closesAfter = 7 * 24 * 3_600_000;
const undoSeconds = 10;

/** What a ticket is before anything has happened on it. */
export type Opening = Omit<PlannedTicket, 'status' | 'assignee' | 'tags' | 'priority' | 'solvedAt' | 'steps' | 'folder' | 'linkedTo'>;

export type Story = ReturnType<typeof createStory>;

/**
 * Lets a ticket happen by the product's own rules. What would lie in the future does not happen: every step answers
 * whether it took place, and a story ends at the first that did not.
 */
export function createStory(opening: Opening, texts: LanguageTexts, people: { customerName: string; brandName: string }, now: Date) {
  const steps: PlannedStep[] = [];
  const ticket: PlannedTicket = { ...opening, status: 'new', assignee: null, tags: [], priority: 'normal', solvedAt: null, folder: 'inbox', linkedTo: null, steps };
  const customer: PlannedActor = { type: 'customer', index: opening.requester };
  let newest: { from: string; at: Date; text: string } | null = null;

  function happens(step: PlannedStep): boolean {
    const before = steps.at(-1);
    if (step.at > now || (before && step.at < before.at)) return false;
    steps.push(step);
    return true;
  }

  function settle(to: TicketStatus, at: Date): EventData {
    if (to === ticket.status) return {};
    const changes = { status: { from: ticket.status, to } };
    ticket.status = to;
    if (to !== 'closed') ticket.solvedAt = to === 'solved' ? at : null;
    return { changes };
  }

  function message(fields: Partial<PlannedMessage> & Pick<PlannedMessage, 'text' | 'direction'>): PlannedMessage {
    return { kind: 'public', channel: opening.channel, subject: `Re: ${opening.subject}`, replyText: fields.text, language: opening.language, automatic: null, attachment: null, ...fields };
  }

  function mayWrite(at: Date): boolean {
    return at <= now && ticket.status !== 'closed' && at >= (steps.at(-1)?.at ?? at);
  }

  return {
    ticket,
    /** The customer opens the case, or writes again, with the last message below if `quoting`. */
    customerWrites(at: Date, text: string, { quoting = false, attachment = null as AttachmentKey | null } = {}): boolean {
      if (!mayWrite(at)) return false;
      const quote = quoting && newest ? quoted(texts, newest, opening.language) : '';
      if (steps.length === 0) {
        const first = message({ direction: 'in', text, attachment, subject: opening.subject });
        newest = { from: people.customerName, at, text };
        return happens({ at, actor: customer, type: 'ticket.created', data: { number: opening.number, channel: opening.channel }, message: first });
      }
      const moved = settle(ticket.status === 'new' ? 'new' : 'open', at);
      newest = { from: people.customerName, at, text };
      const written = message({ direction: 'in', channel: 'email', text: `${text}${quote}`, replyText: text, attachment });
      return happens({ at, actor: customer, type: 'message.added', data: { kind: 'public', direction: 'in', ...moved }, message: written });
    },
    /** A reply by mail, sent when it could no longer be taken back. */
    agentWrites(at: Date, agent: number, text: string, { to = 'pending' as TicketStatus, attachment = null as AttachmentKey | null } = {}): boolean {
      if (!mayWrite(at)) return false;
      const written = message({ direction: 'out', channel: 'email', text, attachment });
      newest = { from: `${agents[agent]!.name} (${people.brandName})`, at, text }; // an index of the cast
      const actor: PlannedActor = { type: 'agent', index: agent };
      const place = steps.length;
      happens({ at, actor, type: 'message.added', data: { kind: 'public', direction: 'out', ...settle(to, at) }, message: written });
      const sent = new Date(Math.min(at.getTime() + (undoSeconds + 1) * 1000 + 412, now.getTime()));
      happens({ at: sent, actor: { type: 'system' }, type: 'message.sent', data: { recipients: 1 }, about: place });
      return true;
    },
    agentNotes(at: Date, agent: number, text: string): boolean {
      if (!mayWrite(at)) return false;
      const written = message({ kind: 'note', direction: 'out', channel: 'web', text, subject: '', language: 'en' });
      return happens({ at, actor: { type: 'agent', index: agent }, type: 'message.added', data: { kind: 'note', direction: 'out' }, message: written });
    },
    /** Takes, sorts and files in one go, as an agent does with a new case. */
    agentSorts(at: Date, agent: number, change: { assignee?: number; priority?: TicketPriority; tags?: string[]; folder?: 'spam' | 'trash' }): boolean {
      if (!mayWrite(at)) return false;
      const changes: EventData = {};
      if (change.assignee !== undefined && change.assignee !== ticket.assignee) changes['assignee'] = { from: ticket.assignee, to: change.assignee };
      if (change.priority && change.priority !== ticket.priority) changes['priority'] = { from: ticket.priority, to: change.priority };
      if (change.tags?.length) changes['tags'] = { added: change.tags, removed: [] };
      if (change.folder) changes['folder'] = { from: ticket.folder, to: change.folder };
      if (Object.keys(changes).length === 0) return true;
      ticket.assignee = change.assignee ?? ticket.assignee;
      ticket.priority = change.priority ?? ticket.priority;
      ticket.tags = [...ticket.tags, ...(change.tags ?? [])];
      ticket.folder = change.folder ?? ticket.folder;
      return happens({ at, actor: { type: 'agent', index: agent }, type: 'ticket.updated', data: { changes } });
    },
    agentSets(at: Date, agent: number, to: TicketStatus): boolean {
      if (!mayWrite(at) || to === ticket.status) return false;
      return happens({ at, actor: { type: 'agent', index: agent }, type: 'ticket.updated', data: settle(to, at) });
    },
    agentLinks(at: Date, agent: number, other: number): boolean {
      if (!mayWrite(at)) return false;
      ticket.linkedTo = other;
      return happens({ at, actor: { type: 'agent', index: agent }, type: 'ticket.linked', data: { other, kind: 'related' } });
    },
    /** A machine's mail: it changes nothing. */
    outOfOffice(at: Date, text: string): boolean {
      if (!mayWrite(at)) return false;
      const written = message({ direction: 'in', channel: 'email', text, subject: texts.outOfOffice.subject, automatic: 'out-of-office' });
      return happens({ at, actor: customer, type: 'message.added', data: { kind: 'public', direction: 'in', automatic: 'out-of-office' }, message: written });
    },
    /** The last reply comes back for good, and the ticket to its agent. */
    bounces(at: Date, text: string): boolean {
      if (!mayWrite(at)) return false;
      const about = steps.findLastIndex((step) => step.message?.direction === 'out' && step.message.kind === 'public');
      const system: PlannedActor = { type: 'system' };
      const report = message({ direction: 'in', channel: 'email', text, subject: 'Undelivered Mail Returned to Sender', automatic: 'bounce', language: 'en' });
      happens({ at, actor: system, type: 'message.added', data: { kind: 'public', direction: 'in', automatic: 'bounce' }, message: report });
      happens({ at, actor: system, type: 'message.bounced', data: { status: '5.1.1', permanent: true, marked: 1 }, about });
      return happens({ at, actor: system, type: 'ticket.updated', data: settle('open', at) });
    },
    /** Solved tickets close by themselves. */
    timePasses(): void {
      if (ticket.status !== 'solved' || !ticket.solvedAt) return;
      const at = new Date(ticket.solvedAt.getTime() + closesAfter);
      if (at <= now) happens({ at, actor: { type: 'system' }, type: 'ticket.updated', data: settle('closed', at) });
    },
  };
}

function quoted(texts: LanguageTexts, message: { from: string; at: Date; text: string }, language: PlannedTicket['language']): string {
  const line = texts.attribution.replace('{date}', momentInWords(language, message.at)).replace('{from}', message.from);
  return `\n\n${line}\n${message.text.split('\n').map((text) => `> ${text}`.trimEnd()).join('\n')}`;
}
