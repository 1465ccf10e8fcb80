import { Button, TabPanel, Tabs, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Loader } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { listOf } from '../../lib/resource.ts';
import type { Inbox } from '../settings/types.ts';
import { MailboxSection } from '../settings/inboxes/mailbox-section.tsx';
import { WayOutSection } from '../settings/inboxes/way-out-section.tsx';
import { setupQuery, useLeaveStep, type Setup } from './setup-query.ts';
import { StepActions, StepFrame } from './step-frame.tsx';

/** The first address that mail comes to, how to send it here, and the moment when the first one arrives. */
export function InboxStep({ mail }: { mail: Setup['mail'] }) {
  const t = useT();
  const inboxes = useQuery(listOf('inboxes'));
  const inbox = inboxes.data?.[0];
  return (
    <StepFrame title={t('setup.inbox.title')} lead={t('setup.inbox.lead')}>
      {inbox ? <Forwarding inbox={inbox} mail={mail} /> : inboxes.isSuccess && <AddressForm />}
    </StepFrame>
  );
}

function AddressForm() {
  const t = useT();
  const client = useQueryClient();
  const leave = useLeaveStep('inbox');
  const form = useEditForm<{ address: string }, Inbox>({
    initial: { address: '' },
    save: ({ address }) => api.post('/api/v1/inboxes', { body: { address: address.trim() } }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['inboxes'] });
      void client.invalidateQueries({ queryKey: setupQuery.queryKey });
    },
    validate: ({ address }) => ({ address: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim()) ? undefined : t('refusals.invalid_format') }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <TextField label={t('setup.inbox.address')} hint={t('setup.inbox.address.hint')} type="email" inputMode="email" autoComplete="off" value={form.values.address} onValueChange={(address) => form.set('address', address)} error={form.errors.address} maxLength={254} />
      <FormProblem text={form.problem} />
      <StepActions
        main={
          <Button type="submit" tone="primary" busy={form.busy}>
            {t('setup.inbox.create')}
          </Button>
        }
        onLater={() => leave('later')}
      />
    </form>
  );
}

function Forwarding({ inbox, mail }: { inbox: Inbox; mail: Setup['mail'] }) {
  const t = useT();
  const leave = useLeaveStep('inbox');
  const first = useFirstMail(inbox.id);
  const [way, setWay] = useState<'fetch' | 'forward'>('fetch');
  return (
    <>
      <p className="flex items-center gap-2 font-strong [overflow-wrap:anywhere]">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-green" />
        {t('setup.inbox.made', { address: inbox.address })}
      </p>
      <h2 className="mt-6 text-title">{t('setup.inbox.forward.title')}</h2>
      <Tabs<'fetch' | 'forward'>
        label={t('setup.inbox.forward.title')}
        value={way}
        onChange={setWay}
        tabs={[
          { value: 'fetch', label: t('setup.inbox.fetch') },
          { value: 'forward', label: t('setup.inbox.forward') },
        ]}
        className="mt-2"
      >
        <TabPanel value="fetch" className="pt-4">
          <MailboxSection inbox={inbox} />
        </TabPanel>
        <TabPanel value="forward" className="pt-4">
          <p className="max-w-prose text-muted">{t('setup.inbox.forward.text', { host: mail.host, port: String(mail.port) })}</p>
          <pre tabIndex={0} aria-label={t('setup.inbox.forward.postfix')} className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-small">{`${inbox.address}  smtp:[${mail.host}]:${mail.port}`}</pre>
        </TabPanel>
      </Tabs>
      {!mail.outgoing && !inbox.has_smtp && <p className="mt-6 max-w-prose rounded-md bg-amber-soft px-3 py-2 text-amber">{t('setup.inbox.noOutgoing')}</p>}
      <div className="mt-6">
        <WayOutSection inbox={inbox} />
      </div>
      <p aria-live="polite" className="mt-6 flex items-center gap-2">
        {first ? (
          <>
            <CircleCheck aria-hidden className="size-4 shrink-0 text-green" />
            <span>
              {t('setup.inbox.arrived')}{' '}
              <Link to="/inbox/$view/$number" params={{ view: 'all', number: first.number }} className="text-accent-text underline underline-offset-2">
                #{first.number} {first.subject || t('tickets.noSubject')}
              </Link>
            </span>
          </>
        ) : (
          <>
            <Loader aria-hidden className="size-4 shrink-0 animate-spin text-muted motion-reduce:animate-none" />
            <span className="text-muted">{t('setup.inbox.waiting', { address: inbox.address })}</span>
          </>
        )}
      </p>
      <StepActions main={<Button tone="primary" onClick={() => void leave('done')}>{t('setup.continue')}</Button>} onLater={() => leave('later')} />
    </>
  );
}

/** The newest ticket that came by mail to the inbox; looked for every few seconds while one waits for it. */
function useFirstMail(inboxId: number) {
  const tickets = useQuery({
    queryKey: ['setup-first-mail', inboxId],
    queryFn: ({ signal }) => api.get('/api/v1/tickets', { query: { limit: 10 }, signal }),
    refetchInterval: 3_000,
    meta: { quiet: true },
  });
  return tickets.data?.items.find(({ channel, inbox }) => channel === 'email' && inbox?.id === inboxId);
}
