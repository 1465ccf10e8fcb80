import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readSideMessageId, readSideReplyAddress } from '../delivery/index.ts';
import { findSideOfMail, type SideOfMail } from '../side-conversations/index.ts';
import type { ReportedMessage } from './find-thread.ts';
import type { IntakeJob } from './intake.queries.ts';
import type { PreparedMail } from './intake.types.ts';

const mostLooked = 5;

export type FoundSide = { joins: SideOfMail | null; /** Tickets of side conversations that somebody quotes who does not take part in them. */ claims: number[] };

/**
 * The side conversation that a mail answers. Our mark in the reply address lets in, unconfirmed, also who does not take
 * part; in a Message-ID it is a header like others, and opens it only for who does. A mail without such a mark, which
 * is nearly every one, costs no look into the database.
 */
export async function findSide(db: Queryable, sealer: Sealer, job: IntakeJob, mail: PreparedMail, { addresses, answered, reported }: { addresses: string[]; answered: string[]; reported: ReportedMessage | null }): Promise<FoundSide> {
  const sender = mail.from?.address ?? null;
  const byAddress = addresses.flatMap((address) => readSideReplyAddress(sealer, job.workspace_id, address)?.sideId ?? []);
  for (const sideId of distinct([...(reported?.side_id ? [reported.side_id] : []), ...byAddress])) {
    const side = await findSideOfMail(db, job.workspace_id, sideId, sender);
    if (side) return { joins: side, claims: [] };
  }
  const claims: number[] = [];
  for (const sideId of distinct(answered.flatMap((id) => readSideMessageId(sealer, job.workspace_id, id)?.sideId ?? []))) {
    const side = await findSideOfMail(db, job.workspace_id, sideId, sender);
    if (side?.takesPart) return { joins: side, claims: [] };
    if (side) claims.push(side.ticketId);
  }
  return { joins: null, claims };
}

function distinct(ids: number[]): number[] {
  return [...new Set(ids)].slice(0, mostLooked);
}
