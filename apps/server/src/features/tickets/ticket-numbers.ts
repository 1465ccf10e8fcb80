import type { Database } from '../../platform/db/db.ts';
import { leaseBlock } from './ticket-numbers.queries.ts';

export type NumberLeases = { next(workspaceId: number): Promise<number> };

type Lease = { next: number; end: number };

/**
 * Ticket numbers without a lock that lasts to the commit (ADR 5): each process leases blocks and hands them out.
 * Take the number before the transaction begins. Gaps are allowed; the first blocks are small so that a small desk counts 1, 2, 3.
 */
export function createNumberLeases(db: Database, blockSize = 20): NumberLeases {
  const leases = new Map<number, Lease>();
  const refills = new Map<number, Promise<Lease>>();

  async function refill(workspaceId: number): Promise<Lease> {
    const first = await leaseBlock(db, workspaceId, blockSize);
    const lease = { next: first, end: first + blockSize };
    leases.set(workspaceId, lease);
    refills.delete(workspaceId);
    return lease;
  }

  return {
    async next(workspaceId) {
      for (;;) {
        const lease = leases.get(workspaceId);
        if (lease && lease.next < lease.end) return lease.next++;
        const running = refills.get(workspaceId) ?? refill(workspaceId).catch((error: unknown) => {
          refills.delete(workspaceId);
          throw error;
        });
        refills.set(workspaceId, running);
        await running;
      }
    },
  };
}
