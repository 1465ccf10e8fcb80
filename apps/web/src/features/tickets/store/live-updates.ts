import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent, ServerMessage } from '../../../lib/live.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { readWithOwn } from './own-changes.ts';
import { getTicket, getTimeline } from './ticket-api.ts';
import { findTicket, mergeEntries, putTicket, removeTicket, type TimelineData } from './ticket-cache.ts';
import { ticketKeys } from './ticket-queries.ts';
import { isMessage, type Message } from './types.ts';
import { serverChooses, type ListFilter } from './view-filters.ts';

/** Several events of one command arrive together; they are answered with one look at the ticket. */
const gatherFor = 40;
/** Counts, and lists that are filtered by fields, follow changes, but not each of a burst. */
const countsWait = 400;
/** ms: lists that only the server can fill are read again so often at most, however much happens. */
const chosenEvery = 2_000;
const newestEntries = 15;
/** Tickets that are read one by one within `crowdSpan` (ms); of a crowd (a bulk change, an import) the lists are read instead, now and then. */
const crowd = 30;
const crowdSpan = 1_000;
const crowdWait = 1_500;

export interface LiveUpdatesOptions {
  client: QueryClient;
  me: number;
  /** The ticket that is open on the screen */
  openTicket(): number | null;
  /** A message from somebody else has reached the thread that is open */
  onMessage(message: Message): void;
}

/**
 * Brings what the live connection tells into the caches. An event carries ids only, so the one ticket it names is read
 * again, together with the newest entries of its thread if that is loaded; lists are never fetched anew.
 */
export function createLiveUpdates({ client, me, openTicket, onMessage }: LiveUpdatesOptions) {
  const gathered = new Map<number, LiveEvent[]>();
  /** The first list is read while the live line is being made: what happened in between, nobody has told. */
  let begun = false;
  let readsBegan = 0;
  let reads = 0;
  let crowded: ReturnType<typeof setTimeout> | undefined;
  let counts: ReturnType<typeof setTimeout> | undefined;
  let filtered: ReturnType<typeof setTimeout> | undefined;
  let chosen: ReturnType<typeof setTimeout> | undefined;
  let chosenAt = 0;

  async function refresh(number: number) {
    gathered.delete(number);
    const timeline = client.getQueryData<TimelineData>(ticketKeys.timeline(number));
    try {
      const [ticket, page] = await Promise.all([readWithOwn(() => getTicket(number), (answer, own) => own(answer)), timeline ? getTimeline(number, { sort: 'newest', limit: newestEntries }) : null]);
      putTicket(client, ticket, me);
      readAgain(client, ticketKeys.lists, { onlyLoading: true });
      const before = client.getQueryData<TimelineData>(ticketKeys.timeline(number));
      if (!page || !before) return;
      const known = new Set(before.pages.flatMap((part) => part.items.filter(isMessage).map((entry) => entry.id)));
      client.setQueryData<TimelineData>(ticketKeys.timeline(number), mergeEntries(before, page.items));
      if (openTicket() !== number) return;
      const arrived = page.items.filter(isMessage).find((entry) => !known.has(entry.id) && !(entry.author.type === 'agent' && entry.author.id === me));
      if (arrived) onMessage(arrived);
    } catch (error) {
      // Gone, or moved to a brand that this agent does not see.
      if (error instanceof ApiProblem && error.status === 404) removeTicket(client, number);
    }
  }

  function refreshCounts() {
    counts ??= setTimeout(() => {
      counts = undefined;
      void client.invalidateQueries({ queryKey: ticketKeys.views });
    }, countsWait);
  }

  function refreshFiltered() {
    filtered ??= setTimeout(() => {
      filtered = undefined;
      readFilteredAgain(client);
    }, countsWait);
  }

  /** Whether there is room for another ticket to be read by itself. */
  function isRoom(): boolean {
    const now = performance.now();
    if (now - readsBegan > crowdSpan) {
      readsBegan = now;
      reads = 0;
    }
    reads += 1;
    return reads <= crowd;
  }

  function refreshCrowd(number: number) {
    // Shown again, it is read again.
    void client.invalidateQueries({ queryKey: ticketKeys.detail(number), refetchType: 'none' });
    void client.invalidateQueries({ queryKey: ticketKeys.timeline(number), refetchType: 'none' });
    crowded ??= setTimeout(() => {
      crowded = undefined;
      readAgain(client, ticketKeys.lists);
    }, crowdWait);
  }

  function refreshChosen() {
    chosen ??= setTimeout(() => {
      chosen = undefined;
      chosenAt = performance.now();
      readChosenAgain(client);
    }, Math.max(countsWait, chosenAt + chosenEvery - performance.now()));
  }

  return {
    hear(message: ServerMessage) {
      if (message.type === 'reset') void client.invalidateQueries({ queryKey: ['tickets'] });
      if (message.type === 'ready' && !begun) {
        begun = true;
        readAgain(client, ticketKeys.lists);
      }
      if (message.type !== 'event' || message.event.ticket === null) return;
      const { ticket: number, type } = message.event;
      if (isBeside(type)) return;
      if (movesTickets(type)) {
        refreshCounts();
        refreshChosen();
      }
      if (type === 'ticket.merged' || type === 'ticket.unmerged') readMergedAgain(client, message.event);
      if (changesFields(message.event)) refreshFiltered();
      if (!concerns(client, message.event)) return;
      const waiting = gathered.get(number);
      if (waiting) waiting.push(message.event);
      else if (number !== openTicket() && !isRoom()) refreshCrowd(number);
      else {
        gathered.set(number, [message.event]);
        setTimeout(() => void refresh(number), gatherFor);
      }
    },
    stop() {
      clearTimeout(counts);
      clearTimeout(filtered);
      clearTimeout(crowded);
      clearTimeout(chosen);
    },
  };
}

/** What can bring a ticket into a list or take it out: a message that is taken back takes its status with it. */
function movesTickets(type: string): boolean {
  return type.startsWith('ticket.') || type === 'message.added' || type === 'message.cancelled';
}

/** Changes nothing of the ticket itself, nor of its thread: lib/live-queries.ts reads again who follows and what time was spent. */
function isBeside(type: string): boolean {
  return type.startsWith('time.') || type === 'ticket.followed' || type === 'ticket.unfollowed';
}

/** A merge changes two threads at once, in their middles. */
function readMergedAgain(client: QueryClient, { ticket, data }: LiveEvent): void {
  for (const number of [ticket, data['into'], data['from']])
    if (typeof number === 'number') for (const queryKey of [ticketKeys.detail(number), ticketKeys.timeline(number)]) void client.invalidateQueries({ queryKey });
}

function changesFields({ type, data }: LiveEvent): boolean {
  const changes = data['changes'];
  if (type === 'ticket.created' || type === 'ticket.merged' || type === 'ticket.unmerged') return true;
  return type === 'ticket.updated' && typeof changes === 'object' && changes !== null && ('fields' in changes || 'brand' in changes);
}

/** Lists that are filtered by fields: which tickets they hold is the server's to say. */
function readFilteredAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ticketKeys.lists, predicate: ({ queryKey }) => (queryKey[2] as ListFilter | undefined)?.field !== undefined }); // the key's own shape
}

/** Saved views, and the standard ones that depend on more than a row tells. */
function readChosenAgain(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: ticketKeys.lists,
    predicate: ({ queryKey }) => {
      const filter = queryKey[2] as ListFilter | undefined; // the key's own shape
      return filter !== undefined && serverChooses({ ...filter, q: undefined, field: undefined });
    },
  });
}

/** A ticket that nobody here has on the screen matters only when it may have come into a list. */
function concerns(client: QueryClient, event: LiveEvent): boolean {
  if (event.ticket === null) return false;
  if (event.type === 'ticket.created' || event.type === 'ticket.updated' || event.type === 'ticket.snoozed' || event.type === 'ticket.woken' || event.type === 'message.added' || event.type === 'message.cancelled') return true;
  return findTicket(client, event.ticket) !== undefined;
}

/**
 * Reads again what is held; what is on its way may have been read before the change, so it is read once more when it is
 * there: it would put back what the change has brought.
 */
export function readAgain(client: QueryClient, queryKey: readonly unknown[], { onlyLoading = false } = {}): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    const isFetching = query.state.fetchStatus === 'fetching';
    if (isFetching && (onlyLoading || query.state.data === undefined)) query.promise?.then(again, () => undefined);
    else if (!onlyLoading) again();
  }
}
