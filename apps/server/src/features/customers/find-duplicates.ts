import type { Context } from '../../context.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { feedEnd, type FeedPosition } from '../../platform/events/events.queries.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { findUnreadNumbers, writeReadNumbers } from './addresses.queries.ts';
import { beginCheck, changedPersons, idsBelow, readProgress, saveProgress } from './check-progress.queries.ts';
import { keysOf, pairsOf } from './duplicate-keys.ts';
import { findMatches, readForCheck, writeKeys, writePairs } from './duplicates.queries.ts';
import { copyBrands } from './merges.queries.ts';
import { readPhoneNumber } from './phone-numbers.ts';

const mostOfKey = 20;
const mostOfCustomer = 20;
const batch = 100;
/** What one run of the job looks at; the next goes on. */
const eventsAtOnce = 2_000;
const sweptAtOnce = 5_000;

/** Looks for those who may be the same person as these. May be done again at any time, also by two at once. */
export async function checkCustomers(db: Queryable, workspaceId: number, ids: readonly number[], country: string | undefined): Promise<void> {
  if (ids.length === 0) return;
  const customers = await readForCheck(db, workspaceId, ids);
  await writeKeys(db, workspaceId, ids, customers.flatMap((customer) => keysOf(customer, country).map((key) => ({ id: customer.id, key }))));
  await writePairs(db, workspaceId, ids, pairsOf(await findMatches(db, workspaceId, ids, mostOfKey), mostOfCustomer));
}

/** For who has just been changed by a colleague, so that what it means is seen at once; the job does the rest. */
export async function checkNow(context: Pick<Context, 'db' | 'log'>, workspaceId: number, ids: readonly number[]): Promise<void> {
  try {
    await checkCustomers(context.db, workspaceId, ids, await findPhoneCountry(context.db, workspaceId));
  } catch (error) {
    context.log.warn({ err: error }, 'duplicates could not be looked for; the job tries again');
  }
}

/**
 * What the feed says has changed since the last run, then a part of those who were there before. Not a follower
 * (platform/events/follow-workspaces.ts) but a job of each minute: a customer's own change is looked at at once by `checkNow`, the
 * rest is in no hurry, and two runs at once do no harm.
 */
export async function findDuplicates(context: Pick<Context, 'db'>, workspaceId: number): Promise<void> {
  const { db } = context;
  await beginCheck(db, workspaceId, await feedEnd(db, workspaceId));
  const country = await findPhoneCountry(db, workspaceId);
  const progress = await readProgress(db, workspaceId);
  if (!progress) return;
  let position: FeedPosition = progress;
  for (;;) {
    const { persons, last, isAll } = await changedPersons(db, workspaceId, position, eventsAtOnce);
    await copyBrands(db, workspaceId, persons);
    await inBatches(persons, (ids) => checkCustomers(db, workspaceId, ids, country));
    if (last) position = last;
    if (isAll) break;
  }
  let below = progress.customers_below;
  if (below !== null) {
    const ids = await idsBelow(db, workspaceId, below, sweptAtOnce);
    await inBatches(ids, (some) => checkCustomers(db, workspaceId, some, country));
    below = ids.at(-1) ?? null;
  }
  await saveProgress(db, workspaceId, { ...position, customers_below: below });
}

async function inBatches(ids: readonly number[], work: (ids: number[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) await work(ids.slice(from, from + batch));
}

/** Numbers from before they were read by the rules of their country, and those that a change of the country can read. */
export async function readStoredNumbers(context: Pick<Context, 'db'>, workspaceId: number): Promise<void> {
  const country = await findPhoneCountry(context.db, workspaceId);
  let after = 0;
  for (;;) {
    const unread = await findUnreadNumbers(context.db, workspaceId, after, 500);
    const read = unread.flatMap(({ id, address }) => {
      const number = readPhoneNumber(address, country);
      return number === undefined ? [] : [{ id, number }];
    });
    if (read.length > 0) await writeReadNumbers(context.db, workspaceId, read);
    if (unread.length < 500) return;
    after = unread.at(-1)?.id ?? after;
  }
}
