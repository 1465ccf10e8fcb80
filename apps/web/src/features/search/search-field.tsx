import { cx, SearchField as Field } from '@ombud/ui';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '../../lib/i18n.ts';
import { useFields } from '../fields/index.ts';
import { complete, spotAt, type Spot } from './completions.ts';
import { useCompletions, type Offer } from './use-completions.ts';

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  onChange(value: string): void;
  /** Enter, with nothing chosen */
  onDone(): void;
  /** Down, with nothing offered: on to the results */
  onLeave(): void;
}

/** The words and filters, with what can follow offered below: arrows choose, Enter or Tab takes, Esc puts away. */
export function SearchField({ field, value, onChange, onDone, onLeave }: SearchFieldProps) {
  const t = useT();
  const listId = useId();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [at, setAt] = useState(-1);
  const fieldKeys = useFields().map(({ key }) => key);
  const offers = useCompletions(spot);
  const open = offers.length > 0;
  const chosen = at >= 0 && at < offers.length ? at : -1;

  function look() {
    const input = field.current;
    setAt(-1);
    setSpot(input && input.selectionStart === input.selectionEnd ? spotAt(input.value, input.selectionStart ?? 0, fieldKeys) : null);
  }
  function take({ filter, isFilter, value: taken }: Offer) {
    if (!spot) return;
    const done = complete(value, spot, { filter, value: isFilter ? null : taken });
    // In the document before the next key: a cursor that is put back later would split what is typed meanwhile.
    flushSync(() => {
      onChange(done.text);
      setAt(-1);
      setSpot(isFilter ? spotAt(done.text, done.cursor, fieldKeys) : null);
    });
    field.current?.focus();
    field.current?.setSelectionRange(done.cursor, done.cursor);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const offer = offers[chosen === -1 && key === 'Tab' && spot?.filter === null ? 0 : chosen];
    if (open && (key === 'ArrowDown' || key === 'ArrowUp')) setAt((at + (key === 'ArrowDown' ? 1 : at <= 0 ? offers.length - Math.max(at, 0) - 1 : -1)) % offers.length);
    else if (key === 'ArrowDown') onLeave();
    else if (offer && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) take(offer);
    else if (key === 'Enter') {
      setSpot(null);
      onDone();
    } else if (key === 'Escape' && open) setSpot(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <Field
        ref={field}
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        icon={<Search />}
        value={value}
        maxLength={500}
        enterKeyHint="search"
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen === -1 ? undefined : `${listId}-${chosen}`}
        onValueChange={(next) => {
          onChange(next);
          look();
        }}
        onKeyDown={onKeyDown}
        onClick={look}
        onBlur={() => setSpot(null)}
        className="[&_input]:h-10"
      />
      {open && (
        <ul id={listId} role="listbox" aria-label={t('search.offers')} className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-float">
          {offers.map((offer, index) => (
            <li
              key={`${offer.filter}${offer.value}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerMove={() => setAt(index)}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
              className={cx('flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 coarse:min-h-11', index === chosen && 'bg-pressed')}
            >
              <span className={cx('min-w-0 truncate', offer.isFilter && 'font-strong')}>{offer.value}</span>
              <span className="min-w-0 flex-1 truncate text-right text-small text-muted">{offer.label}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
