export { loadTicketParts } from './later-parts.tsx';
export { hearPresence } from './presence/presence-store.ts';
export { detailOptions, listOptions, timelineOptions, viewsOptions } from './store/ticket-queries.ts';
export { customerSearchOptions, useAgents, useTeams } from './store/people.ts';
export { useLanguageName } from './store/use-language-name.ts';
export { useKnownTags } from './store/use-known-tags.ts';
export { channelWord, nameOf, priorityWord, statusWord } from './store/words.ts';
export { isViewKey, readListSearch } from './store/view-filters.ts';
