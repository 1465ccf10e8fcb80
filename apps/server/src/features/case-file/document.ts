import { createFormats, type Formats, type Language, type Translator } from '@ombud/i18n';
import { eventSentences } from './event-sentences.ts';
import { shownValue } from './filled.ts';
import type { Case, CaseEntry, CaseHead } from './read-case.ts';

/** What the printed page and the PDF show, in words: plain text only, whatever anybody has written. */
export type DocumentHead = {
  language: Language;
  title: string;
  number: string;
  subject: string;
  brand: string;
  /** `#rrggbb` */
  color: string;
  facts: [label: string, value: string][];
  remarks: string[];
  timeline: string;
  /** "Page {page}" with the sign % for the number */
  page: string;
  /** Said at the end of a PDF whose fonts lacked signs */
  glyphs: string;
};

export type DocumentEntry = {
  /** Its place in the file, by which people cite it */
  place: number;
  kind: 'message' | 'note' | 'event';
  when: string;
  who: string;
  /** "Internal note", "Sent by a machine", "from #17" */
  badges: string[];
  lines: [label: string, value: string][];
  text: string;
  filesTitle: string;
  files: { name: string; detail: string }[];
};

export type DocumentPart = { head: DocumentHead } | { entry: DocumentEntry } | { end: string };

type Options = { notes: boolean; zone: string; language: Language; madeAt: Date; madeBy: string };

export async function* writeDocument({ head, entries }: Case, options: Options): AsyncGenerator<DocumentPart> {
  // Loaded with the first case file: the texts of the screens in all languages.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const words = createTranslator(options.language);
  const formats = createFormats(options.language, options.zone);
  yield { head: documentHead(head, options, words, formats) };
  let count = 0;
  for await (const entry of entries()) {
    const shown = documentEntry(entry, head, options.notes, words, formats);
    if (!shown) continue;
    count += 1;
    yield { entry: { place: count, ...shown } };
  }
  yield { end: words.t('bulk.doc.end', { count }) };
}

function documentHead({ ticket, participants, links, merged, filled, promises, wrapUps: [wrapUp], steps, answers }: CaseHead, { notes, zone, language, madeAt, madeBy }: Options, words: Translator, formats: Formats): DocumentHead {
  const { t } = words;
  const person = (name: string, address: string | null) => (name && address ? `${name} <${address}>` : name || (address ?? ''));
  const others = participants.filter(({ role }) => role !== 'requester').map(({ name, customer_name, address }) => person(name || customer_name, address));
  const facts: [string, string | null][] = [
    [t('bulk.doc.requester'), person(ticket.requester_name, ticket.requester_email)],
    [t('tickets.field.brand'), ticket.brand_name],
    [t('tickets.field.status'), t(`tickets.status.${ticket.status}`)],
    [t('tickets.field.priority'), t(`tickets.priority.${ticket.priority}`)],
    [t('tickets.field.kind'), t(`tickets.kind.${ticket.kind}`)],
    [t('tickets.field.assignee'), ticket.assignee_name],
    [t('tickets.field.team'), ticket.team_name],
    [t('bulk.doc.opened'), formats.dateTime(ticket.created_at)],
    [t('bulk.doc.solved'), ticket.solved_at && formats.dateTime(ticket.solved_at)],
    [t('tickets.field.tags'), ticket.tags.join(', ')],
    [t('bulk.doc.participants'), others.join(', ')],
    [t('bulk.doc.merged'), merged.map(({ number, subject }) => `#${number} ${subject}`).join(', ')],
    [t('bulk.doc.mergedInto'), ticket.merged_into === null ? null : `#${ticket.merged_into}`],
    [t('bulk.doc.linked'), links.map(({ number, subject }) => `#${number} ${subject}`).join(', ')],
    ...promises.map(({ text, due_at, state }): [string, string] => [
      t('commitments.promise'), `${text} (${formats.dateTime(new Date(due_at))}${state === 'open' ? '' : `, ${t(`commitments.state.${state}`)}`})`]),
    ...(wrapUp ? ([
      [t('wrapup.topic'), wrapUp.topic?.path.map(({ label, labels }) => labels[language] ?? label).join(' → ') ?? null],
      [t('wrapup.degree'), t(`wrapup.degree.${wrapUp.degree}`)],
      [t('wrapup.cause'), wrapUp.cause],
      [t('wrapup.resolution'), wrapUp.resolution],
      [t('wrapup.minutes'), wrapUp.minutes === null ? null : formats.number(wrapUp.minutes)],
    ] as [string, string | null][]) : []),
    ...steps.map((step): [string, string] => [step.playbook_name, stepLine(step, words, formats)]),
    ...answers.map(({ score, words, answered_at }): [string, string] => [
      t('satisfaction.card'), [t('satisfaction.ofFive', { score: score ?? 0 }), answered_at && formats.dateTime(new Date(answered_at)), words].filter(Boolean).join(' · ')]),
    ...filled.map((each): [string, string] => [each.field.labels[language] ?? each.field.label, shownValue(each, words, formats)]),
  ];
  return {
    language,
    title: t('bulk.doc.title'),
    number: `#${ticket.number}`,
    subject: ticket.subject || t('tickets.noSubject'),
    brand: ticket.brand_name,
    color: ticket.brand_color,
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    remarks: [t('bulk.doc.made', { who: madeBy, when: formats.dateTime(madeAt) }), t('bulk.doc.zone', { zone }), ...(notes ? [] : [t('bulk.doc.noNotes')])],
    timeline: t('bulk.doc.timeline'),
    page: t('bulk.doc.page', { page: '%' }),
    glyphs: t('bulk.doc.glyphs'),
  };
}

function stepLine({ text: step, done, agent_name: who, done_at: at }: CaseHead['steps'][number], { t }: Translator, formats: Formats): string {
  if (!done) return t('playbooks.doc.missing', { step });
  return at === null ? t('playbooks.doc.done', { step }) : t('playbooks.doc.doneBy', { step, who: who ?? '', when: formats.dateTime(at) });
}

function documentEntry(entry: CaseEntry, { ticket, fields }: CaseHead, notes: boolean, words: Translator, formats: Formats): Omit<DocumentEntry, 'place'> | null {
  const { t } = words;
  const { message, hashes } = entry;
  const origin = entry.ticket_number === ticket.number ? [] : [`#${entry.ticket_number}`];
  const nothing = { badges: origin, lines: [], text: '', filesTitle: '', files: [] };
  if (!message) {
    const sentences = eventSentences(entry, words, formats, fields);
    return sentences.length === 0 ? null : { ...nothing, kind: 'event', when: formats.dateTime(entry.event_created_at), who: '', text: sentences.join('\n') };
  }
  const isNote = message.kind !== 'public';
  const people = (addresses: { name: string; address: string }[]) => addresses.map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address)).join(', ');
  const isMail = message.kind !== 'note';
  // A reply or a note may have changed the status: its own event says so.
  const moved = entry.event_type === 'message.added' ? eventSentences(entry, words, formats, fields).join('\n') : '';
  const lines: [string, string][] = !isMail
    ? []
    : [
        [t('bulk.doc.from'), people([{ name: message.from_name, address: message.from_address }])],
        [t('bulk.doc.to'), people(message.recipients_to)],
        [t('bulk.doc.cc'), people(message.recipients_cc)],
        [t('sending.bcc'), notes ? people(message.recipients_bcc) : ''],
        [t('bulk.doc.subject'), message.subject],
        [t('tickets.field.status'), deliveryWords(message.delivery, words, formats)],
      ];
  return {
    kind: isNote ? 'note' : 'message',
    when: formats.dateTime(message.created_at),
    who: message.author_name || message.from_name || message.from_address,
    badges: [...(isNote ? [t(isMail ? 'sending.side.word' : 'bulk.doc.note')] : []), ...(message.automatic === null ? [] : [t('bulk.doc.automatic')]), ...(message.taken_back ? [t('bulk.doc.cancelled')] : []), ...origin],
    lines: [...lines, [t('tickets.field.status'), moved] satisfies [string, string]].filter(([, value]) => value !== ''),
    text: message.text.trim() || t('bulk.doc.empty'),
    filesTitle: t('bulk.doc.attachments', { count: message.attachments?.length ?? 0 }),
    files: (message.attachments ?? []).map(({ id, name, type, size }) => ({ name, detail: [formats.fileSize(size), type, `SHA-256 ${hashes.get(id) ?? '?'}`].join(' · ') })),
  };
}

function deliveryWords(delivery: NonNullable<CaseEntry['message']>['delivery'], { t }: Translator, formats: Formats): string {
  if (!delivery) return '';
  if (delivery.status === 'sent' && delivery.sent_at) return t('bulk.doc.sent', { when: formats.dateTime(new Date(delivery.sent_at)) });
  if (delivery.status === 'cancelled') return t('bulk.doc.cancelled');
  return t(`tickets.delivery.${delivery.status}`);
}
