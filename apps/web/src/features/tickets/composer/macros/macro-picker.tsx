import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Kbd } from '@ombud/ui';
import { Search } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../../../lib/i18n.ts';
import type { Macro } from '../../macros/types.ts';
import type { MessageKind, TicketDetail } from '../../store/types.ts';
import { MacroResults } from './macro-results.tsx';
import { useMacroSearch, type Filled, type NewGround } from './use-macro-search.ts';
import { useMarked } from './use-marked.ts';

export interface MacroPickerProps {
  ticket: TicketDetail | NewGround;
  place: MessageKind;
  onTake(macro: Macro, filled: Filled | null): void;
  onClose(): void;
}

/** Finds a macro by what is typed, shows what it says and does on this ticket, and hands it over. */
export function MacroPicker({ ticket, place, onTake, onClose }: MacroPickerProps) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const search = useMacroSearch(ticket, typed);
  const marked = useMarked(search, typed, (macro, filled) => {
    onClose();
    // After the focus has gone back, so that the writing field can take it.
    requestAnimationFrame(() => onTake(macro, filled));
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, value } = event.currentTarget;
    if (event.key === 'ArrowDown') marked.move(1);
    else if (event.key === 'ArrowUp') marked.move(-1);
    else if (event.key === 'Enter') marked.take();
    else if (event.key !== 'ArrowRight' || selectionStart !== value.length || !marked.nextLanguage()) return;
    event.preventDefault();
  }

  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-[var(--quick)] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 sm:pt-[12vh]">
          <BaseDialog.Popup initialFocus={input} aria-label={t('macros.use')} className="appear flex h-[min(34rem,72dvh)] w-full max-w-3xl flex-col overflow-hidden rounded-xl bg-raised shadow-float outline-none max-sm:h-[calc(100dvh-1.5rem)]">
            <div className="flex shrink-0 items-center gap-3 border-b border-line-soft px-4">
              <Search aria-hidden className="size-4 shrink-0 text-faint" />
              <input
                ref={input}
                role="combobox"
                aria-expanded
                aria-controls={id}
                aria-autocomplete="list"
                aria-activedescendant={marked.macro && `${id}-${marked.active}`}
                aria-label={t('macros.search')}
                placeholder={t('macros.search')}
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={onKeyDown}
                className="h-12 min-w-0 flex-1 bg-transparent text-title outline-none"
              />
              <BaseDialog.Close className="rounded-sm"><Kbd keys="esc" className="coarse:hidden" /><span className="sr-only">{t('common.close')}</span></BaseDialog.Close>
            </div>
            <MacroResults id={id} search={search} active={marked.active} language={marked.language} place={place} onActive={marked.mark} onLanguage={marked.choose} onTake={marked.take} className="flex-1" />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
