import type { Shape } from '@ombud/sdk';
import { Button, Chip, RelativeTime } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';

type Session = Shape<'Session'>;
const queryKey = ['sessions'];

export function SessionsSection() {
  const t = useT();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey, queryFn: async ({ signal }) => (await api.get('/api/v1/me/sessions', { signal })).items });
  const refresh = () => client.invalidateQueries({ queryKey });
  const end = useMutation({ mutationFn: (id: string) => api.delete('/api/v1/me/sessions/{id}', { path: { id } }), onSettled: refresh, onSuccess: () => toastDone(t('people.sessions.ended', { count: 1 })) });
  const endOthers = useMutation({ mutationFn: () => api.post('/api/v1/me/sessions/end-others'), onSettled: refresh, onSuccess: ({ ended }) => toastDone(t('people.sessions.ended', { count: ended })) });
  const others = (sessions.data ?? []).filter(({ current }) => !current);

  return (
    <Section title={t('people.sessions.title')} hint={t('people.sessions.hint')}>
      <ListState query={sessions} empty={null}>
        {(items) => (
          <ul className="border-t border-line-soft">
            {items.map((session) => (
              <SessionLine key={session.id} session={session} busy={end.isPending && end.variables === session.id} onEnd={() => end.mutate(session.id)} />
            ))}
          </ul>
        )}
      </ListState>
      {others.length > 0 && (
        <Button className="mt-4" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('people.sessions.endOthers')}
        </Button>
      )}
    </Section>
  );
}

function SessionLine({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd(): void }) {
  const t = useT();
  const formats = useFormats();
  const { browser, system, current } = session;
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
          {t('people.sessions.since', { when: formats.date(new Date(session.created_at)) })} · {t('people.sessions.seen')} <RelativeTime at={session.last_seen_at} />
        </span>
      </span>
      {!current && (
        <Button busy={busy} aria-label={t('people.sessions.endOne', { device: name })} onClick={onEnd}>
          {t('people.sessions.end')}
        </Button>
      )}
    </li>
  );
}
