import { cx } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { customerSearchOptions } from '../store/people.ts';
import { nameOf } from '../store/words.ts';
import type { Person } from './draft-content.ts';
import { looksLikeAddress } from './recipients.ts';

/** One address, typed or chosen from the customers that are known; Enter or a comma takes it, Esc leaves. */
export function AddressField({ ref, label, autoFocus = true, onDone }: { ref?: RefObject<HTMLInputElement | null>; label: string; autoFocus?: boolean; onDone(person: Person | null): void }) {
  const t = useT();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { data } = useQuery(customerSearchOptions(typed.trim()));
  const found = (data?.items ?? []).filter((customer) => customer.email !== null);

  function finish(leaving: boolean) {
    const address = typed.trim().toLowerCase().replace(/[,;]$/, '');
    if (looksLikeAddress(address)) {
      onDone({ address, name: found.find((customer) => customer.email === address)?.name ?? '' });
      setTyped('');
    } else if (address === '' || leaving) onDone(null);
    else setWrong(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    // A field that stays where it is gives an empty Esc to the room around it.
    if (event.key === 'Escape' && (autoFocus || typed !== '')) {
      event.stopPropagation();
      setTyped('');
      onDone(null);
    }
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',' || event.key === ';') {
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    }
  }
  return (
    <>
      <input
        ref={ref}
        type="email"
        autoFocus={autoFocus}
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={wrong ? t('composer.cc.wrong') : undefined}
        placeholder={label}
        value={typed}
        list={listId}
        autoComplete="off"
        data-writing
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true)}
        className={cx('h-6 min-h-target w-52 max-w-full rounded-sm border bg-pane px-1.5 text-small', wrong ? 'border-red' : 'border-field-line')}
      />
      <datalist id={listId}>
        {found.map((customer) => (
          <option key={customer.id} value={customer.email ?? ''}>{nameOf(customer)}</option>
        ))}
      </datalist>
      {wrong && <span role="alert" className="text-small text-red">{t('composer.cc.wrong')}</span>}
    </>
  );
}
