import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../../../../lib/i18n.ts';
import { useIsWide } from '../../../../lib/media.ts';
import { useStore } from '../../../../lib/store.ts';
import type { Macro } from '../../macros/types.ts';
import type { MessageKind, TicketDetail } from '../../store/types.ts';
import { MacroResults } from './macro-results.tsx';
import { promiseSomething } from '../../promises/promise-store.ts';
import { openEditor, takeOut } from './open-editor.ts';
import { isPromiseWord, PromiseSlash } from './promise-slash.tsx';
import type { Slash, SlashControl } from './slash-control.ts';
import { useMacroSearch, type Filled } from './use-macro-search.ts';
import { useMarked } from './use-marked.ts';

export interface SlashMenuProps {
  control: SlashControl;
  ticket: TicketDetail;
  place: MessageKind;
  onTake(macro: Macro, filled: Filled | null, range: { from: number; to: number }): void;
}

/** Macros above the line in which a slash is typed. The text keeps the focus; the arrows, Enter and Esc are the menu's. */
export function SlashMenu(props: SlashMenuProps) {
  const slash = useStore(props.control.store);
  return slash && <Menu {...props} slash={slash} />;
}

const gap = 6;
const edge = 8;

function Menu({ control, ticket, place, onTake, slash }: SlashMenuProps & { slash: Slash }) {
  const t = useT();
  const id = useId();
  const wide = useIsWide();
  const search = useMacroSearch(ticket, slash.query);
  const marked = useMarked(search, slash.query, (macro, filled) => {
    control.dismiss();
    onTake(macro, filled, { from: slash.from, to: slash.to });
  });
  const height = wide ? 320 : 440;
  // A macro of that name comes first, until the whole word is typed.
  const isPromise = isPromiseWord(slash.query, t('commitments.slash')) && (search.found.length === 0 || slash.query === t('commitments.slash'));
  const shown = isPromise || search.found.length > 0 || slash.query === '';

  function promise(): boolean {
    control.dismiss();
    takeOut({ from: slash.from, to: slash.to });
    promiseSomething(ticket.number, 'slash');
    return true;
  }

  const keys = useRef<(key: string) => boolean>(() => false);
  useEffect(() => {
    keys.current = (key) => {
      if (isPromise && (key === 'Enter' || key === 'Tab')) return promise();
      if (key === 'Escape') control.dismiss();
      else if (key === 'ArrowDown') marked.move(1);
      else if (key === 'ArrowUp') marked.move(-1);
      else if (key === 'ArrowRight') return marked.nextLanguage();
      else if (key === 'Enter' || key === 'Tab') return marked.take();
      else return false;
      return true;
    };
  });
  useEffect(() => {
    if (!shown) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !keys.current(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the editor and the page's own keys hear of it.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [shown]);

  // The field itself says which one is marked, as a combobox would.
  const markedId = shown && !isPromise && marked.macro ? `${id}-${marked.active}` : null;
  useEffect(() => {
    const field = openEditor.get()?.editor.view.dom;
    if (!field || !markedId) return;
    field.setAttribute('aria-controls', id);
    field.setAttribute('aria-activedescendant', markedId);
    return () => ['aria-controls', 'aria-activedescendant'].forEach((name) => field.removeAttribute(name));
  }, [id, markedId]);

  if (!shown) return null;
  const above = slash.top > height + gap + edge || slash.top > window.innerHeight - slash.bottom;
  const room = Math.min(height, (above ? slash.top : window.innerHeight - slash.bottom) - gap - edge);
  const width = wide ? 640 : window.innerWidth - 2 * edge;
  return createPortal(
    <section
      data-slash-menu
      aria-label={t('macros.title')}
      style={{ left: Math.max(edge, Math.min(slash.left, window.innerWidth - width - edge)), width, ...(isPromise ? {} : { height: room }), ...(above ? { bottom: window.innerHeight - slash.top + gap } : { top: slash.bottom + gap }) }}
      className="appear fixed z-40 flex flex-col overflow-hidden rounded-lg bg-raised shadow-float"
    >
      {isPromise ? <PromiseSlash onTake={promise} /> : <MacroResults id={id} search={search} active={marked.active} language={marked.language} place={place} onActive={marked.mark} onLanguage={marked.choose} onTake={marked.take} className="flex-1" />}
    </section>,
    document.body,
  );
}
