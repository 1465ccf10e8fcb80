import { Chip, type Tone } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import type { Webhook } from './webhook-queries.ts';

type State = 'ownerless' | 'paused' | 'failing' | 'gone' | 'retrying' | 'working' | 'unused';
const tones: Record<State, Tone> = { ownerless: 'amber', paused: 'neutral', failing: 'red', gone: 'red', retrying: 'amber', working: 'green', unused: 'neutral' };

export function stateOf({ status, owner_may, health }: Webhook): State {
  if (status !== 'active') return status;
  if (!owner_may) return 'ownerless';
  if (health.failures > 0) return 'retrying';
  return health.last_delivered_at ? 'working' : 'unused';
}

export function WebhookState({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const state = stateOf(webhook);
  return <Chip tone={tones[state]}>{t(`webhooks.state.${state}`)}</Chip>;
}
