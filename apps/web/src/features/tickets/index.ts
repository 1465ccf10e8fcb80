export { loadTicketParts } from './later-parts.tsx';
export { hearPresence } from './presence/presence-store.ts';
export { detailOptions, listOptions, timelineOptions, viewsOptions } from './store/ticket-queries.ts';
export { isViewKey, readListSearch } from './store/view-filters.ts';
