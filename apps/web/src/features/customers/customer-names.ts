import { useT } from '../../lib/i18n.ts';
import type { Customer } from './types.ts';

/** Name, else address, else a word for it. */
export function useCustomerName(): (customer: Pick<Customer, 'name' | 'email'>) => string {
  const t = useT();
  return ({ name, email }) => name || email || t('customers.unnamed');
}
