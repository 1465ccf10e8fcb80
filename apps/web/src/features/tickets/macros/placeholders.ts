import type { PlaceholderValues } from './types.ts';

type Placeholder = PlaceholderValues['values'][number]['name'];

/** All that a text may name, in the order in which they are offered; the API's own list, checked by the type. */
const order: Record<Placeholder, true> = {
  'customer.first_name': true, 'customer.name': true, 'ticket.number': true, 'ticket.subject': true, 'agent.first_name': true, 'agent.name': true, 'brand.name': true, 'desk.hours': true,
};
export const placeholders = Object.keys(order) as Placeholder[]; // the keys of the record above
