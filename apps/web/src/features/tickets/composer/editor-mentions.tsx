import { Mention } from '@tiptap/extension-mention';
import { PluginKey, type EditorState } from '@tiptap/pm/state';
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';
import { Avatar, cx } from '@ombud/ui';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../../../lib/i18n.ts';
import { createStore, useStore, type Store } from '../../../lib/store.ts';
import type { Colleague } from '../store/colleagues.ts';

const mostOffered = 8;

interface Offer {
  /** What stands behind the @ */
  typed: string;
  people: Colleague[];
  at: number;
  place: DOMRect | null;
  choose(person: Colleague): void;
}
export type MentionOffers = Store<Offer | null>;

/** Letters without their accents, so that "asa" finds Åsa. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae');
}

/** Whose name has a word that begins so; by the order that they came in. */
export function matching(people: readonly Colleague[], typed: string): Colleague[] {
  const wanted = folded(typed);
  const begins = (text: string) => folded(text).startsWith(wanted) || folded(text).split(/[\s.-]+/).some((word) => word.startsWith(wanted));
  return people.filter((person) => begins(person.name)).slice(0, mostOffered);
}

/** Those who are known by now, where somebody typed an @ before they were. */
export function renewOffers(offers: MentionOffers, people: readonly Colleague[]): void {
  const offer = offers.get();
  if (offer) offers.set({ ...offer, people: matching(people, offer.typed) });
}

/** `@` offers colleagues; whoever is chosen is kept by id, which the server checks. */
export function mentionsOf(people: () => readonly Colleague[], offers: MentionOffers) {
  const show = ({ query, items, clientRect, command }: SuggestionProps<Colleague, { id: string; label: string }>, at = 0) =>
    offers.set({ typed: query, people: items, at: Math.min(at, Math.max(0, items.length - 1)), place: clientRect?.() ?? null, choose: (person) => command({ id: String(person.id), label: person.name }) });
  return Mention.extend({
    addAttributes: () => ({
      id: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-mention'), renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-mention': id }) },
      label: { default: null, parseHTML: (element: HTMLElement) => (element.textContent ?? '').replace(/^@/, ''), renderHTML: () => ({}) },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, `@${String(node.attrs['label'])}`],
    renderText: ({ node }) => `@${String(node.attrs['label'])}`,
  }).configure({
    suggestion: {
      char: '@',
      pluginKey: new PluginKey('mention-colleague'),
      allow: ({ state }: { state: EditorState }) => state.selection.$from.parent.type.name !== 'codeBlock',
      items: ({ query }: { query: string }) => matching(people(), query),
      render: () => ({
        onStart: (props: SuggestionProps<Colleague, { id: string; label: string }>) => show(props),
        onUpdate: (props: SuggestionProps<Colleague, { id: string; label: string }>) => show(props, offers.get()?.at),
        onExit: () => offers.set(null),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => onKey(event, offers),
      }),
    },
  });
}

function onKey(event: KeyboardEvent, offers: MentionOffers): boolean {
  const offer = offers.get();
  if (!offer || offer.people.length === 0) return false;
  if (event.key === 'Escape') {
    // The list goes, the text stays.
    event.stopPropagation();
    offers.set(null);
    return true;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const step = event.key === 'ArrowDown' ? 1 : -1;
    offers.set({ ...offer, at: (offer.at + step + offer.people.length) % offer.people.length });
    return true;
  }
  const chosen = offer.people[offer.at];
  if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey || !chosen) return false;
  offer.choose(chosen);
  return true;
}

/** The colleagues that fit what stands behind the @. */
export function MentionList({ offers, field }: { offers: MentionOffers; field: HTMLElement | null }) {
  const t = useT();
  const offer = useStore(offers);
  const list = useRef<HTMLUListElement>(null);
  const at = offer?.at ?? 0;
  const shown = offer !== null && offer.people.length > 0 && offer.place !== null;
  useEffect(() => {
    if (!field) return;
    if (!shown) {
      for (const name of ['aria-controls', 'aria-activedescendant', 'aria-expanded', 'aria-haspopup']) field.removeAttribute(name);
      return;
    }
    field.setAttribute('aria-haspopup', 'listbox');
    field.setAttribute('aria-controls', 'mention-list');
    field.setAttribute('aria-activedescendant', `mention-${at}`);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [field, shown, at]);
  if (!offer || !shown || !offer.place) return null;
  const below = offer.place.bottom + 240 < innerHeight;
  const place = { left: Math.max(8, Math.min(offer.place.left, innerWidth - 280)), ...(below ? { top: offer.place.bottom + 4 } : { bottom: innerHeight - offer.place.top + 4 }) };
  return createPortal(
    <ul ref={list} id="mention-list" role="listbox" aria-label={t('sending.mention.label')} style={place} className="appear fixed z-40 max-h-60 w-68 overflow-y-auto rounded-lg bg-raised p-1 shadow-float">
      {offer.people.map((person, index) => (
        <li
          key={person.id}
          id={`mention-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            // Before the field loses its caret.
            event.preventDefault();
            offer.choose(person);
          }}
          className={cx('flex min-h-control cursor-default items-center gap-2 rounded-md px-2 coarse:min-h-11', index === at && 'bg-pressed')}
        >
          <Avatar name={person.name} />
          <span className="min-w-0 flex-1 truncate">{person.name}</span>
        </li>
      ))}
    </ul>,
    document.body,
  );
}

export function createOffers(): MentionOffers {
  return createStore<Offer | null>(null);
}
