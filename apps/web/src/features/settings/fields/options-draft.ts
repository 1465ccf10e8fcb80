import type { Language } from '@ombud/i18n';
import type { FieldOption } from '../../fields/index.ts';

/** An option while it is edited; `uid` is its name here, because a new one has no key yet. */
export interface DraftOption {
  uid: number;
  key: string | null;
  parent: number | null;
  label: string;
  labels: Partial<Record<Language, string>>;
  archived: boolean;
}

/** All options in their order: each stands after its parent, siblings in theirs. */
export type Draft = readonly DraftOption[];

export const deepest = 6;

let lastUid = 0;
function newOption(parent: number | null, label = ''): DraftOption {
  lastUid += 1;
  return { uid: lastUid, key: null, parent, label, labels: {}, archived: false };
}

export function emptyDraft(): Draft {
  return [newOption(null)];
}

export function toDraft(options: readonly FieldOption[]): Draft {
  const uids = new Map<string, number>();
  return options.map((option) => {
    lastUid += 1;
    uids.set(option.key, lastUid);
    return { uid: lastUid, key: option.key, parent: option.parent === null ? null : (uids.get(option.parent) ?? null), label: option.label, labels: { ...option.labels }, archived: option.archived };
  });
}

export interface OptionInput {
  key?: string;
  parent?: string | null;
  label: string;
  labels: Partial<Record<Language, string>>;
  archived: boolean;
}

/** What the server takes. New ones are named here, so that what hangs on them can say so; rows that were left empty are none. */
export function toInput(draft: Draft): OptionInput[] {
  const taken = new Set(draft.flatMap(({ key }) => key ?? []));
  const keys = new Map<number, string>();
  const input: OptionInput[] = [];
  for (const option of inOrder(draft)) {
    const label = option.label.trim();
    if (label === '' && option.key === null) continue;
    const key = option.key ?? freeKey(label, taken);
    taken.add(key);
    keys.set(option.uid, key);
    const labels = Object.fromEntries(Object.entries(option.labels).flatMap(([language, text]) => (text.trim() === '' ? [] : [[language, text.trim()]])));
    input.push({ key, parent: option.parent === null ? null : (keys.get(option.parent) ?? null), label, labels, archived: option.archived });
  }
  return input;
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae');
  const wanted = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40) || 'option';
  for (let turn = 1; ; turn += 1) {
    const key = turn === 1 ? wanted : `${wanted}_${turn}`;
    if (!taken.has(key)) return key;
  }
}

export function childrenOf(draft: Draft, parent: number | null): DraftOption[] {
  return draft.filter((option) => option.parent === parent);
}

function inOrder(draft: Draft): DraftOption[] {
  const below = Map.groupBy(draft, ({ parent }) => parent);
  const walk = (parent: number | null): DraftOption[] => (below.get(parent) ?? []).flatMap((option) => [option, ...walk(option.uid)]);
  return walk(null);
}

export function depthOf(draft: Draft, uid: number): number {
  let depth = 0;
  for (let at = draft.find((option) => option.uid === uid); at; at = at.parent === null ? undefined : draft.find(({ uid: each }) => each === at?.parent)) depth += 1;
  return depth;
}

function heightOf(draft: Draft, uid: number): number {
  return 1 + Math.max(0, ...childrenOf(draft, uid).map((child) => heightOf(draft, child.uid)));
}

export interface Edited {
  draft: Draft;
  /** Where the focus goes */
  focus: number;
}

export function edit(draft: Draft, uid: number, change: Partial<Pick<DraftOption, 'label' | 'labels'>>): Draft {
  return draft.map((option) => (option.uid === uid ? { ...option, ...change } : option));
}

/** New siblings after one, or at the end of the top. */
export function addAfter(draft: Draft, uid: number | null, labels: readonly string[] = ['']): Edited {
  const at = draft.findIndex((option) => option.uid === uid);
  const added = labels.map((label) => newOption(draft[at]?.parent ?? null, label));
  return { draft: draft.toSpliced(at < 0 ? draft.length : at + 1, 0, ...added), focus: added.at(-1)?.uid ?? 0 };
}

/** A new one on a branch, at its end. */
export function addBelow(draft: Draft, uid: number, levels = deepest): Edited | null {
  if (depthOf(draft, uid) >= levels) return null;
  const option = newOption(uid);
  return { draft: [...draft, option], focus: option.uid };
}

/** Among its siblings. */
export function move(draft: Draft, uid: number, by: -1 | 1): Draft {
  const option = draft.find((each) => each.uid === uid);
  const siblings = option ? childrenOf(draft, option.parent) : [];
  const other = siblings[siblings.findIndex((each) => each.uid === uid) + by];
  if (!option || !other) return draft;
  return draft.map((each) => (each.uid === uid ? other : each.uid === other.uid ? option : each));
}

/** Onto the sibling above it. */
export function moveIn(draft: Draft, uid: number, levels = deepest): Draft {
  const option = draft.find((each) => each.uid === uid);
  const siblings = option ? childrenOf(draft, option.parent) : [];
  const above = siblings[siblings.findIndex((each) => each.uid === uid) - 1];
  if (!option || !above || depthOf(draft, uid) + heightOf(draft, uid) > levels) return draft;
  return [...draft.filter((each) => each.uid !== uid), { ...option, parent: above.uid, archived: option.archived || above.archived }];
}

/** Beside the branch that it hangs on. */
export function moveOut(draft: Draft, uid: number): Draft {
  const option = draft.find((each) => each.uid === uid);
  const parent = draft.find((each) => each.uid === option?.parent);
  if (!option || !parent) return draft;
  const rest = draft.filter((each) => each.uid !== uid);
  return rest.toSpliced(rest.findIndex((each) => each.uid === parent.uid) + 1, 0, { ...option, parent: parent.parent });
}

/** A branch is archived and restored with what hangs on it; one is restored with the branches above it. */
export function setArchived(draft: Draft, uid: number, archived: boolean): Draft {
  const touched = new Set<number>([uid]);
  for (const option of inOrder(draft)) if (option.parent !== null && touched.has(option.parent)) touched.add(option.uid);
  if (!archived) for (let at = draft.find((each) => each.uid === uid); at; at = draft.find((each) => each.uid === at?.parent)) touched.add(at.uid);
  return draft.map((option) => (touched.has(option.uid) ? { ...option, archived } : option));
}

/** Takes away one that is not stored yet, and what hangs on it. */
export function remove(draft: Draft, uid: number): Draft {
  const gone = new Set<number>([uid]);
  for (const option of inOrder(draft)) if (option.parent !== null && gone.has(option.parent)) gone.add(option.uid);
  return draft.filter((option) => !gone.has(option.uid));
}
