import type { Macro, MacroActions, MacroInput } from '../../tickets/macros/index.ts';

type FieldValue = NonNullable<MacroActions['fields']>[string];

/** A macro as its form holds it; empty words mean: leave as it is. */
export interface MacroDraft {
  name: string;
  shared: boolean;
  brand: string;
  message: 'any' | 'public' | 'note';
  texts: { language: string; html: string }[];
  status: string;
  priority: string;
  kind: string;
  /** An id, or `none` */
  team: string;
  /** An id, `me` or `none` */
  assignee: string;
  addTags: string;
  removeTags: string;
  fields: Record<string, FieldValue>;
  /** The id of a team */
  route: string;
  note: string;
  promise: string;
  promiseHours: string;
  promiseBusiness: boolean;
  /** `lead`, or `tier:`, `team:` or `agent:` and a number */
  escalate: string;
  question: string;
  /** The id of a webhook */
  webhook: string;
  keywords: string;
}

export const everyBrand = 'all';
export const mostHours = 720;
export const nobody = 'none';

export function emptyMacro(language: string): MacroDraft {
  return { name: '', shared: false, brand: everyBrand, message: 'any', texts: [{ language, html: '' }], status: '', priority: '', kind: '', team: '', assignee: '', addTags: '', removeTags: '', fields: {}, route: '', note: '', promise: '', promiseHours: '24', promiseBusiness: false, escalate: '', question: '', webhook: '', keywords: '' };
}

export function toDraft(macro: Macro, language: string): MacroDraft {
  return {
    ...draftOfActions(macro.actions),
    name: macro.name,
    shared: macro.shared,
    brand: macro.brand === null ? everyBrand : String(macro.brand.id),
    message: macro.message ?? 'any',
    texts: macro.texts.length > 0 ? macro.texts.map((text) => ({ language: text.language, html: text.html })) : [{ language, html: '' }],
    keywords: macro.keywords.join(', '),
  };
}

/** Of a form that only its actions are filled in. */
export function draftOfActions(actions: MacroActions): MacroDraft {
  const { status = '', priority = '', kind = '', team, assignee, add_tags: add = [], remove_tags: remove = [], fields = {}, route, note = '', promise, escalate, webhook } = actions;
  const idText = (value: number | 'me' | null | undefined) => (value === undefined ? '' : value === null ? nobody : String(value));
  return {
    ...emptyMacro(''),
    status,
    priority,
    kind,
    team: idText(team),
    assignee: idText(assignee),
    addTags: add.join(', '),
    removeTags: remove.join(', '),
    fields: { ...fields },
    route: route === undefined ? '' : String(route),
    note,
    ...(promise && { promise: promise.text, promiseHours: String(promise.hours), promiseBusiness: promise.business ?? false }),
    ...(escalate && { escalate: targetWord(escalate.to), question: escalate.question }),
    webhook: webhook === undefined ? '' : String(webhook),
  };
}

/** Whether what is typed as the time of a promise is one; where nothing is promised it is. */
export function hasHours({ promise, promiseHours }: Pick<MacroDraft, 'promise' | 'promiseHours'>): boolean {
  return promise.trim() === '' || (/^\d{1,3}$/.test(promiseHours) && Number(promiseHours) >= 1 && Number(promiseHours) <= mostHours);
}

/** Whether it is said what is wanted of whom it is escalated to. */
export const hasQuestion = ({ escalate, question }: Pick<MacroDraft, 'escalate' | 'question'>): boolean => escalate === '' || question.trim() !== '';

/** "router, Wi-Fi" → [router, wi-fi]: small letters, without spaces, as the API takes tags. */
export function readTags(typed: string): string[] {
  return [...new Set(typed.split(',').map((tag) => tag.trim().toLowerCase().replace(/\s+/g, '-').slice(0, 50)).filter(Boolean))];
}

/** What it does, as the API takes it. */
export function readActions(draft: MacroDraft): MacroActions {
  const idOf = (text: string) => (text === nobody ? null : Number(text));
  const add = readTags(draft.addTags);
  const remove = readTags(draft.removeTags);
  return {
    ...(draft.status !== '' && { status: draft.status as MacroActions['status'] }), // one of the choices of the form
    ...(draft.priority !== '' && { priority: draft.priority as MacroActions['priority'] }), // likewise
    ...(draft.kind !== '' && { kind: draft.kind as MacroActions['kind'] }), // likewise
    ...(draft.team !== '' && { team: idOf(draft.team) }),
    ...(draft.assignee !== '' && { assignee: draft.assignee === 'me' ? ('me' as const) : idOf(draft.assignee) }),
    ...(add.length > 0 && { add_tags: add }),
    ...(remove.length > 0 && { remove_tags: remove }),
    ...(Object.keys(draft.fields).length > 0 && { fields: draft.fields }),
    ...(draft.route !== '' && { route: Number(draft.route) }),
    ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
    ...(draft.promise.trim() !== '' && { promise: { text: draft.promise.trim(), hours: Number(draft.promiseHours), business: draft.promiseBusiness } }),
    ...(draft.escalate !== '' && { escalate: { to: readTarget(draft.escalate), question: draft.question.trim() } }),
    ...(draft.webhook !== '' && { webhook: Number(draft.webhook) }),
  };
}

/** What the API takes. A language that says nothing is left out there; one's own macro tells no webhook. */
export function toInput(draft: MacroDraft): Required<Omit<MacroInput, 'shared'>> {
  return {
    name: draft.name.trim(),
    brand: draft.brand === everyBrand ? null : Number(draft.brand),
    message: draft.message === 'any' ? null : draft.message,
    keywords: [...new Set(draft.keywords.split(',').map((word) => word.trim()).filter(Boolean))],
    texts: draft.texts.filter(({ html }) => html !== ''),
    actions: readActions(draft.shared ? draft : { ...draft, webhook: '' }),
  };
}

type Target = NonNullable<MacroActions['escalate']>['to'];

function targetWord(to: Target): string {
  if ('tier' in to) return `tier:${to.tier}`;
  if ('team' in to) return `team:${to.team}`;
  return 'agent' in to ? `agent:${to.agent}` : 'lead';
}

function readTarget(word: string): Target {
  const [kind, typed] = word.split(':');
  const number = Number(typed);
  if (kind === 'tier') return { tier: number === 3 ? 3 : 2 };
  if (kind === 'team') return { team: number };
  return kind === 'agent' ? { agent: number } : { lead: null };
}
