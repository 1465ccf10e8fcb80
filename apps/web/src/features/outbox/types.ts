import type { z } from 'zod';
import type { outboxDetailShape, outboxShape } from '../../../../server/src/features/delivery/outbox.schemas.ts';

export type OutboxMail = z.infer<typeof outboxShape>;
export type OutboxMailDetail = z.infer<typeof outboxDetailShape>;
