import type { Shape } from '@ombud/sdk';

export type OutboxMail = Shape<'OutboxMail'>;
export type OutboxMailDetail = Shape<'OutboxMailDetail'>;
