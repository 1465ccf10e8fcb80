import { TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, type RefObject } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { customerSearchOptions, type Customer } from '../store/people.ts';
import type { NewTicket } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import type { TicketFor, UnfinishedTicket } from './unfinished-ticket.ts';

/** Who it is for, as the desk wants to know it; null as long as what is typed is nothing that could be somebody's. */
export function requesterOf({ direction, email, customer, name }: UnfinishedTicket): NewTicket['requester'] | null {
  const typed = email.trim();
  const called = name.trim() === '' ? {} : { name: name.trim() };
  if (/^[^\s@]+@[^\s@]+$/.test(typed)) return { email: typed, ...called };
  if (direction === 'out') return null;
  if (customer !== null) return { id: customer };
  // Whether it is a number in the desk's country is for the server to say.
  return /^\+?[\p{Nd} ()./\u00a0-]{3,60}$/u.test(typed) && /\p{Nd}{2}/u.test(typed) ? { phone: typed, ...called } : null;
}

type Change = Pick<UnfinishedTicket, 'email' | 'customer'> & Partial<Pick<UnfinishedTicket, 'name'>>;

/** An address, or the number of a caller, with the customers that are known under what is typed so far. */
export function RequesterField({ inputRef, written, error, onChange }: { inputRef: RefObject<HTMLInputElement | null>; written: UnfinishedTicket; error?: string; onChange(change: Change): void }) {
  const t = useT();
  const listId = useId();
  const isMail = written.direction === 'out';
  const { data } = useQuery(customerSearchOptions(written.email.trim()));
  const found = (data?.items ?? []).filter((customer) => !isMail || customer.email !== null);
  return (
    <>
      <TextField
        ref={inputRef}
        label={t(isMail ? 'tickets.new.requester' : 'tickets.new.caller')}
        type={isMail ? 'email' : 'text'}
        value={written.email}
        error={error}
        autoComplete="off"
        list={listId}
        onValueChange={(value) => {
          const known = found.find((customer) => handleOf(customer) === value);
          if (!known) onChange({ email: value, customer: null });
          else onChange({ email: value, name: known.name, customer: known.email === null ? known.id : null });
        }}
      />
      <datalist id={listId}>
        {found.map((customer) => (
          <option key={customer.id} value={handleOf(customer)}>{nameOf(customer)}</option>
        ))}
      </datalist>
    </>
  );
}

/** A ticket that is begun for a customer, in a brand that has them. */
export function beginFor(customer: Customer, brands: readonly { id: number; is_default: boolean }[]): TicketFor {
  const theirs = brands.filter(({ id }) => customer.brands.some((brand) => brand.id === id));
  return { email: handleOf(customer), customer: customer.email === null ? customer.id : null, name: customer.name, brand: (theirs.find((brand) => brand.is_default) ?? theirs[0])?.id ?? null };
}

/** What names them in the field: the address, else a number, else the name with their id. */
function handleOf(customer: Customer): string {
  return customer.email ?? customer.addresses.find(({ kind }) => kind === 'phone')?.shown ?? `${nameOf(customer)} #${customer.id}`;
}
