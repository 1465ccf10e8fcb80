import type { MessageKey, MessageValues, Translator } from '@ombud/i18n';
import type { Formats } from '@ombud/i18n';
import type { FieldRow } from '../custom-fields/index.ts';
import { escalationSentences } from './escalation-sentences.ts';
import { aside } from './internal-events.ts';
import type { CaseEntry } from './read-case.ts';

/** Told by the message itself. */
const told = new Set(['message.added', 'message.queued', 'message.sent', 'message.cancelled', 'message.failed']);
type PromiseStep = 'made' | 'withdrawn' | 'reopened' | 'broken' | 'agreed' | 'proposed' | 'declined';
const promiseStep = (type: `commitment.${PromiseStep}`) => type.slice('commitment.'.length) as PromiseStep; // what stands behind the point

type Change = { to?: unknown; added?: unknown; removed?: unknown };

/** What happened, as the thread on the screen says it; what has no sentence stands with its code, so that nothing is left out. */
export function eventSentences(entry: CaseEntry, { t, has, language }: Translator, formats: Formats, fields: readonly FieldRow[]): string[] {
  const { event_type: type, data, actor_type, actor_name, names, ticket_number } = entry;
  if (type === 'message.cancelled' && data['reason'] === 'answered') return [t('sending.event.stopped')];
  if (aside.has(type)) return [];
  const by: MessageValues = { who: actor_name ?? '', by: actor_type };
  const say = (key: MessageKey, values: MessageValues = {}) => t(key, { ...by, ...values });
  const other = typeof data['other'] === 'number' ? `#${data['other']}` : '';

  function word(prefix: string, code: unknown): string {
    const key = `${prefix}.${String(code)}`;
    return has(key) ? t(key) : String(code);
  }
  const named = (map: ReadonlyMap<number, string>, id: unknown) => (typeof id === 'number' ? (map.get(id) ?? `#${id}`) : '');
  const list = (values: unknown) => (Array.isArray(values) ? formats.list(values.map(String)) : '');
  const labelOf = (key: string) => {
    const field = fields.find((each) => each.key === key);
    return field?.labels[language] ?? field?.label ?? key;
  };

  function changes(): string[] {
    const all = (data['changes'] ?? {}) as Record<string, Change | undefined>; // as update-ticket writes it
    const lines: string[] = [];
    for (const [field, change] of Object.entries(all)) {
      const { to, added, removed } = change ?? {};
      if (field === 'folder') lines.push(say(to === 'spam' ? 'tickets.event.spam' : to === 'trash' ? 'tickets.event.trash' : 'tickets.event.restored'));
      else if (field === 'status') lines.push(say('tickets.event.status', { to: word('tickets.status', to) }));
      else if (field === 'priority') lines.push(say('tickets.event.priority', { to: word('tickets.priority', to) }));
      else if (field === 'kind') lines.push(say('tickets.event.kind', { to: word('tickets.kind', to) }));
      else if (field === 'team') lines.push(to === null ? say('tickets.event.noTeam') : say(data['routing'] ? 'routing.event.overflow' : 'tickets.event.team', { to: named(names.teams, to) }));
      else if (field === 'brand') lines.push(say('tickets.event.brand', { to: named(names.brands, to) }));
      else if (field === 'inbox') lines.push(...(all['brand'] ? [] : [say('tickets.event.inbox')]));
      else if (field === 'subject') lines.push(say('tickets.event.subject'));
      else if (field === 'language') lines.push(say('tickets.event.language', { to: typeof to === 'string' ? (new Intl.DisplayNames(language, { type: 'language' }).of(to) ?? to) : '' }));
      else if (field === 'assignee') lines.push(assigned(to));
      else if (field === 'skills') lines.push(say('routing.event.skills'));
      else if (field === 'fields') lines.push(...fieldChanges(change));
      else if (field === 'tags') {
        if (Array.isArray(added) && added.length > 0) lines.push(say('tickets.event.tagsAdded', { tags: list(added), count: added.length }));
        if (Array.isArray(removed) && removed.length > 0) lines.push(say('tickets.event.tagsRemoved', { tags: list(removed), count: removed.length }));
      } else lines.push(`${type}: ${field}`);
    }
    return lines;
  }

  /** Why a new ticket was somebody's from the beginning. */
  function given(): string[] {
    const { reason, assignee } = data;
    if (reason !== 'account_agent' && reason !== 'account_deputy') return [];
    return [t(reason === 'account_agent' ? 'base.event.agent' : 'base.event.deputy', { to: named(names.agents, assignee) })];
  }

  const changeOf = (field: string) => ((data['changes'] ?? {}) as Record<string, Change | undefined>)[field]; // as the commands write it

  function assigned(to: unknown): string {
    if (typeof to !== 'number') return say('tickets.event.unassigned');
    if (data['routing']) return say('routing.event.handed', { to: named(names.agents, to) });
    return to === entry.actor_id && actor_type === 'agent' ? say('tickets.event.taken') : say('tickets.event.assigned', { to: named(names.agents, to) });
  }

  function fieldChanges(change: unknown): string[] {
    return Object.entries((change ?? {}) as Record<string, Change>).map(([key, { to }]) => { // as update-ticket writes it
      const values = { field: labelOf(key) };
      if (to === null) return say('tickets.event.fieldCleared', values);
      if (typeof to === 'boolean') return say('tickets.event.fieldSet', { ...values, to: t(to ? 'bulk.doc.yes' : 'bulk.doc.no') });
      return typeof to === 'string' ? say('tickets.event.fieldSet', { ...values, to }) : say('tickets.event.fieldChanged', values);
    });
  }

  // What a reply did with the status stands in its event; so does what taking it back did.
  if (told.has(type)) return data['changes'] ? changes() : [];
  switch (type) {
    case 'ticket.created':
      return [actor_type === 'agent' ? say('tickets.event.created') : t('bulk.doc.opened'), ...given()];
    case 'ticket.updated':
      return changes();
    case 'ticket.linked': {
      const kind = data['kind'];
      if (kind === 'claims_to_continue') return [say('tickets.event.claimsToContinue', { number: other })];
      if (kind === 'split') return [say('tickets.event.split', { number: other })];
      return [say(kind === 'continued_by' ? 'tickets.event.continuedBy' : 'tickets.event.linked', { number: other })];
    }
    case 'ticket.unlinked':
      return [say('tickets.event.unlinked', { number: other })];
    case 'ticket.merged':
      return [say('tickets.event.merged', { number: `#${ticket_number}`, into: `#${String(data['into'])}` })];
    case 'ticket.unmerged':
      return [say('tickets.event.unmerged', { from: `#${String(data['from'])}` })];
    case 'ticket.moved_away':
      return [];
    case 'ticket.snoozed': {
      const until = String(data['until']);
      return [until === 'reply' ? say('work.event.snoozedReply') : say('work.event.snoozed', { time: formats.dateTime(new Date(until)) })];
    }
    case 'ticket.woken':
      // The change that ended it stands beside it.
      if (data['reason'] === 'solved') return [];
      return [say('work.event.woken', { reason: data['reason'] === 'message' && actor_type === 'system' ? (actor_name ? 'aside' : 'unnamed') : String(data['reason']) })];
    case 'sla.breached':
      return [t('sla.event.breached', { kind: word('sla.kind', data['kind']) })];
    case 'task.updated': {
      const done = changeOf('done');
      return done ? [say(done.to === true ? 'work.event.taskDone' : 'work.event.taskReopened')] : [];
    }
    case 'ticket.wrapped_up':
      return [say(data['version'] === 1 ? 'wrapup.event.written' : 'wrapup.event.corrected')];
    case 'commitment.moved':
      return [say('commitments.event.moved', { time: formats.dateTime(new Date(String(data['to']))) })];
    case 'commitment.kept':
      return [say(data['late'] === true ? 'commitments.event.keptLate' : 'commitments.event.kept')];
    case 'commitment.made':
    case 'commitment.withdrawn':
    case 'commitment.reopened':
    case 'commitment.broken':
    case 'commitment.agreed':
    case 'commitment.proposed':
    case 'commitment.declined':
      return [say(`commitments.event.${promiseStep(type)}`)];
    case 'step.done':
    case 'step.undone':
      return [say(type === 'step.done' ? 'playbooks.event.done' : 'playbooks.event.undone', { step: entry.step_words?.steps[0] ?? '' })];
    case 'steps.overridden': {
      const { steps = [], reason } = entry.step_words ?? {};
      return [say('playbooks.event.overridden', { steps: formats.list(steps), count: steps.length, reason: reason ?? '' })];
    }
    case 'escalation.made':
    case 'escalation.handed_back':
    case 'escalation.withdrawn':
    case 'escalation.ended':
    case 'swarm.asked':
    case 'swarm.closed':
    case 'swarm.reopened':
      return escalationSentences(entry, say);
    case 'approval.asked':
    case 'approval.expired':
    case 'approval.withdrawn':
      return [say(`approvals.event.${type.slice('approval.'.length) as 'asked' | 'expired' | 'withdrawn'}`)]; // what stands behind the point
    case 'approval.answered':
      return [say(data['approved'] !== true ? 'approvals.event.no' : data['problem'] === undefined ? 'approvals.event.yes' : 'approvals.event.problem')];
    case 'survey.answered':
    case 'survey.changed':
      return [t(type === 'survey.changed' ? 'satisfaction.event.changed' : 'satisfaction.event.answered', { score: Number(data['score']) })];
    case 'side.updated': {
      if (data['confirmed'] !== undefined) return [say('sending.event.sideConfirmed')];
      return [say(changeOf('done')?.to === true ? 'sending.event.sideDone' : 'sending.event.sideReopened')];
    }
    case 'participant.added':
      return [say(data['confirmed'] === false ? 'tickets.event.participantUnconfirmed' : 'tickets.event.participantAdded')];
    case 'participant.confirmed':
      return [say('tickets.event.participantConfirmed')];
    case 'participant.removed':
      return [say('tickets.event.participantRemoved')];
    case 'message.bounced':
      return [say('tickets.event.bounced')];
    case 'message.delayed':
      return [say('tickets.event.delayed')];
    default:
      return [type];
  }
}
