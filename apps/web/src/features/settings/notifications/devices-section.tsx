import type { Shape } from '@ombud/sdk';
import { Button, Chip, RelativeTime } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing, Laptop, Smartphone } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { dropPush, pushState, subscribePush } from '../../app-install/index.ts';
import { Section } from '../parts/page.tsx';

type Device = Shape<'PushDevice'>;
const devicesKey = ['push-devices'];
const stateKey = ['push-state'];

/** Which browsers show notifications when Ombud is closed. */
export function DevicesSection({ pushKey }: { pushKey: string }) {
  const t = useT();
  const client = useQueryClient();
  const devices = useQuery({ queryKey: devicesKey, queryFn: async ({ signal }) => (await api.get('/api/v1/me/devices', { signal })).items });
  const known = devices.data?.some(({ current }) => current);
  const state = useQuery({ queryKey: [...stateKey, known], queryFn: () => pushState(known === true), enabled: known !== undefined, gcTime: 0 });
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: devicesKey });
    await client.invalidateQueries({ queryKey: stateKey });
  };
  const allow = useMutation({ mutationFn: () => subscribePush(pushKey), onSettled: refresh, meta: { quiet: true } });
  const remove = useMutation({
    mutationFn: async (device: Device) => {
      if (device.current) await dropPush();
      await api.delete('/api/v1/me/devices/{id}', { path: { id: device.id } });
    },
    onSettled: refresh,
    onSuccess: () => toastDone(t('notifications.devices.removed')),
  });

  return (
    <Section title={t('notifications.devices.title')} hint={t('notifications.devices.hint')}>
      {state.data === 'off' && (
        <Button tone="primary" icon={<BellRing className="size-4" />} busy={allow.isPending} onClick={() => allow.mutate()}>
          {t('notifications.devices.allow')}
        </Button>
      )}
      {state.data === 'impossible' && <p className="max-w-prose text-muted">{t('notifications.devices.impossible')}</p>}
      {state.data === 'blocked' && <p className="max-w-prose text-muted">{t('notifications.devices.blocked')}</p>}
      <div role="alert" className="mt-2 text-small text-red empty:hidden">{allow.isError ? t('notifications.devices.failed') : ''}</div>
      <div className="mt-4">
        <ListState query={devices} empty={<p className="text-faint">{t('notifications.devices.none')}</p>}>
          {(items) => (
            <ul className="border-t border-line-soft">
              {items.map((device) => (
                <DeviceLine key={device.id} device={device} busy={remove.isPending && remove.variables.id === device.id} onRemove={() => remove.mutate(device)} />
              ))}
            </ul>
          )}
        </ListState>
      </div>
    </Section>
  );
}

function DeviceLine({ device, busy, onRemove }: { device: Device; busy: boolean; onRemove(): void }) {
  const t = useT();
  const { browser, system, current, failing } = device;
  const small = system === 'iPhone' || system === 'Android' || system === 'iPad';
  const name = browser && system ? t('people.sessions.device', { browser, system }) : (browser ?? system ?? t('people.sessions.unknown'));
  const Icon = small ? Smartphone : Laptop;
  return (
    <li className="flex items-center gap-3 border-b border-line-soft py-2.5">
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 font-strong">
          {name}
          {current && <Chip tone="accent">{t('people.sessions.this')}</Chip>}
        </span>
        <span className="block text-small text-muted">
          {failing && <span className="text-red">{t('notifications.devices.failing')}</span>}
          {!failing && (device.last_sent_at ? <>{t('notifications.devices.sent')} <RelativeTime at={device.last_sent_at} /></> : current && t('notifications.devices.allowed'))}
        </span>
      </span>
      <Button busy={busy} aria-label={t('notifications.devices.removeOne', { device: name })} onClick={onRemove}>
        {t('notifications.devices.remove')}
      </Button>
    </li>
  );
}
