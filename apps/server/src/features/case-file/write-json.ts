import type { CaseEntry, Case } from './read-case.ts';
import { createZonedTime } from './zoned-time.ts';

/** The whole case as one JSON object; written entry by entry, never held whole. */
export async function* writeJson({ head, entries }: Case, options: { notes: boolean; zone: string; madeAt: Date; madeBy: string }): AsyncGenerator<string> {
  const at = createZonedTime(options.zone);
  const atOrNull = (value: Date | string | null) => value && at(new Date(value));
  const { ticket, participants, links, merged, filled, promises, wrapUps, steps, overrides, answers } = head;
  const top = {
    case_file: 1,
    made_at: at(options.madeAt),
    made_by: options.madeBy,
    time_zone: options.zone,
    with_notes: options.notes,
    ticket: {
      number: ticket.number, subject: ticket.subject, status: ticket.status, priority: ticket.priority, kind: ticket.kind, channel: ticket.channel, folder: ticket.folder,
      tags: ticket.tags, language: ticket.language, brand: ticket.brand_name, inbox: ticket.inbox_address, team: ticket.team_name, assignee: ticket.assignee_name,
      requester: { name: ticket.requester_name, email: ticket.requester_email },
      created_at: at(ticket.created_at), updated_at: at(ticket.updated_at), solved_at: atOrNull(ticket.solved_at), merged_into: ticket.merged_into,
    },
    participants: participants.map(({ name, customer_name, address, role, confirmed }) => ({ name: name || customer_name, address, role, confirmed })),
    links,
    merged_from: merged.map(({ number, subject }) => ({ number, subject })),
    fields: filled.map(({ field, value }) => ({ key: field.key, label: field.label, type: field.type, value })),
    ...(options.notes ? { wrap_up: wrapUps.map(({ topic, degree, cause, resolution, minutes, version, written_by, written_at }) => ({ version, topic: topic?.path.map(({ label }) => label) ?? null, degree, cause, resolution, minutes, written_by: written_by.name, written_at: at(new Date(written_at)) })) } : {}),
    promises: promises.map(({ kind, text, phone, state, owner, due_at, created_at, kept_at, broken_at, withdrawn_at, agreed_at, moves }) => ({
      kind, text, phone, state, owner: owner?.name ?? null, due_at: at(new Date(due_at)), made_at: at(new Date(created_at)), kept_at: atOrNull(kept_at), broken_at: atOrNull(broken_at),
      withdrawn_at: atOrNull(withdrawn_at), agreed_at: atOrNull(agreed_at),
      moves: moves.map((move) => ({ from: at(new Date(move.from)), to: at(new Date(move.to)), told: move.told, at: at(new Date(move.at)), ...(options.notes ? { reason: move.reason } : {}) })),
    })),
    steps: steps.map(({ playbook_name: playbook, text, done_by: by, done, agent_name: doneBy, done_at: doneAt }) => ({ playbook, text, by, done, done_by: doneBy, done_at: atOrNull(doneAt) })),
    ...(options.notes && { overrides: overrides.map(({ status, reason, agent_name: by, created_at: when }) => ({ status, reason, by, at: at(when) })) }),
    satisfaction: answers.map(({ score, words, low, asked_at, answered_at, changed_at }) => ({ score, words, low, asked_at: atOrNull(asked_at), answered_at: atOrNull(answered_at), changed_at: atOrNull(changed_at) })),
  };
  yield `${JSON.stringify(top, null, 2).slice(0, -2)},\n  "entries": [`;
  let count = 0;
  for await (const entry of entries()) {
    yield `${count === 0 ? '' : ','}\n    ${JSON.stringify(viewEntry(entry, options.notes, at, atOrNull))}`;
    count += 1;
  }
  yield `\n  ],\n  "entry_count": ${count}\n}\n`;
}

function viewEntry({ event_id, event_type, actor_type, actor_name, data, event_created_at, ticket_number, message, hashes, step_words: words, escalation_words: said }: CaseEntry, notes: boolean, at: (value: Date) => string, atOrNull: (value: string | null) => string | null) {
  const entry = { id: event_id, type: event_type, ticket: ticket_number, at: at(event_created_at), actor: { type: actor_type, name: actor_name ?? '' }, data, ...(words && { steps: words.steps, ...(notes && words.reason !== null && { reason: words.reason }) }), ...(said && { words: said }) };
  if (!message) return entry;
  const { delivery } = message;
  return {
    ...entry,
    message: {
      id: message.id, kind: message.kind, direction: message.direction, channel: message.channel,
      author: { type: message.author_type, name: message.author_name || message.from_name || message.from_address },
      from: { name: message.from_name, address: message.from_address }, to: message.recipients_to, cc: message.recipients_cc, ...(notes ? { bcc: message.recipients_bcc } : {}),
      subject: message.subject, text: message.text, html: message.html, language: message.language, automatic: message.automatic,
      sender_check: message.sender_check, notices: message.notices, message_id: message.message_id, created_at: at(message.created_at),
      attachments: (message.attachments ?? []).map(({ id, name, type, size, inline }) => ({ name, type, size, inline, sha256: hashes.get(id) ?? null })),
      delivery: delivery && { status: delivery.status, attempts: delivery.attempts, last_error: delivery.last_error, sent_at: atOrNull(delivery.sent_at) },
    },
  };
}
