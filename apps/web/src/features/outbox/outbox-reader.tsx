import { Button, Chip, IconButton, SkeletonLines, TabPanel, Tabs } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, RotateCw, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay } from '../../lib/session.ts';
import { toastDone } from '../../lib/toasts.ts';
import { outboxMail, useOutboxActions } from './outbox-queries.ts';
import { OutboxStatusChip } from './outbox-status.tsx';
import type { OutboxMailDetail } from './types.ts';

const route = getRouteApi('/signed-in/outbox');

/** One mail exactly as it goes out, with what can still be done about it. */
export function OutboxReader({ id, wide }: { id: number; wide: boolean }) {
  const t = useT();
  const mail = useQuery(outboxMail(id));
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: { status } });
  useCommands([{ id: 'outbox.close', label: 'common.back', group: 'list', keys: ['esc', 'u'], keysOnly: true, run: close }]);
  return (
    <section className="flex min-h-0 min-w-0 flex-1 flex-col">
      {!wide && (
        <div className="border-b border-line-soft px-2 py-1.5">
          <Button tone="plain" icon={<ArrowLeft className="size-4" />} onClick={close}>
            {t('outbox.title')}
          </Button>
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {mail.data && <Mail mail={mail.data} onClose={wide ? close : undefined} />}
        {mail.isPending && <SkeletonLines className="max-w-2xl p-6" />}
        {mail.error && !mail.data && <div className="p-6"><LoadFailed error={mail.error} retry={() => void mail.refetch()} /></div>}
      </div>
    </section>
  );
}

function Mail({ mail, onClose }: { mail: OutboxMailDetail; onClose?(): void }) {
  const t = useT();
  const formats = useFormats();
  return (
    <article className="mx-auto w-full max-w-3xl px-4 py-5 sm:px-8">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-64 text-title [overflow-wrap:anywhere]">{mail.subject || t('outbox.noSubject')}</h2>
        <Actions mail={mail} />
        {onClose && <IconButton label={t('common.close')} keys="esc" icon={<X />} onClick={onClose} />}
      </header>
      <div className="mt-2 flex flex-wrap items-center gap-2 text-small text-muted">
        <OutboxStatusChip mail={mail} />
        {(mail.kind === 'acknowledgement' || mail.kind === 'survey') && <Chip>{t(`outbox.kind.${mail.kind}`)}</Chip>}
        {mail.attempts > 1 && <span>{t('outbox.attempts', { count: mail.attempts })}</span>}
        <time dateTime={mail.sent_at ?? mail.created_at}>{formats.dateTime(new Date(mail.sent_at ?? mail.created_at))}</time>
        {mail.ticket !== null && (
          <Link to="/inbox/$view/$number" params={{ view: 'all', number: mail.ticket }} search={{}} className="rounded-sm py-1 text-accent-text hover:underline">
            {t('outbox.ticket', { number: mail.ticket })}
          </Link>
        )}
      </div>
      {mail.last_error && (
        <div className="mt-4 rounded-md bg-red-soft px-3 py-2 text-red">
          <p className="font-strong">{t('outbox.error')}</p>
          <p className="[overflow-wrap:anywhere]">{mail.last_error}</p>
        </div>
      )}
      <Envelope mail={mail} />
      <Body mail={mail} />
    </article>
  );
}

function Actions({ mail }: { mail: OutboxMailDetail }) {
  const t = useT();
  const mayWrite = useMay('tickets.write');
  const { retry, cancel } = useOutboxActions(mail.id);
  if (!mayWrite) return null;
  const waits = mail.status === 'queued';
  return (
    <>
      {(mail.status === 'failed' || waits) && (
        <Button icon={<RotateCw className="size-4" />} busy={retry.isPending} disabled={mail.waiting_for === 'hold' || mail.waiting_for === 'configuration'} onClick={() => retry.mutate()}>
          {t('outbox.retry')}
        </Button>
      )}
      {(waits || mail.status === 'failed') && (
        <Button icon={<Undo2 className="size-4" />} busy={cancel.isPending} onClick={() => cancel.mutate(undefined, { onSuccess: () => toastDone(t('outbox.cancelled')) })}>
          {t('outbox.cancel')}
        </Button>
      )}
    </>
  );
}

function Envelope({ mail }: { mail: OutboxMailDetail }) {
  const t = useT();
  const refused = new Set(mail.recipients.filter(({ status }) => status === 'refused').map(({ address }) => address.toLowerCase()));
  const people = (list: OutboxMailDetail['to']) =>
    list.map(({ name, address }) => (
      <span key={address} className="mr-3 inline-flex flex-wrap items-center gap-x-1.5">
        {name && <span>{name}</span>}
        <span className="text-muted [overflow-wrap:anywhere]">{address}</span>
        {refused.has(address.toLowerCase()) && <Chip tone="red">{t('outbox.refused')}</Chip>}
      </span>
    ));
  const rows = [
    { label: t('outbox.from'), people: [mail.from] },
    { label: t('outbox.to'), people: mail.to },
    { label: t('outbox.cc'), people: mail.cc },
  ].filter((row) => row.people.length > 0);
  return (
    <dl className="mt-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      {rows.map((row) => (
        <div key={row.label} className="contents">
          <dt className="text-faint">{row.label}</dt>
          <dd>{people(row.people)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ mail }: { mail: OutboxMailDetail }) {
  const t = useT();
  const [view, setView] = useState<'text' | 'html' | 'source'>('text');
  return (
    <Tabs<typeof view>
      label={t('outbox.view')}
      className="mt-6"
      value={view}
      tabs={[
        { value: 'text', label: t('outbox.view.text') },
        { value: 'html', label: t('outbox.view.html') },
        { value: 'source', label: t('outbox.view.source') },
      ]}
      onChange={setView}
    >
      <TabPanel value="text" className="mt-3 rounded-lg border border-line-soft px-4 py-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {mail.text}
      </TabPanel>
      <TabPanel value="html" className="mt-3">
        {/* No scripts, no origin, no forms: the frame can only be looked at. */}
        <iframe title={t('outbox.view.html')} sandbox="" srcDoc={mail.html} className="h-[60vh] w-full rounded-lg border border-line-soft bg-[#fff]" />
      </TabPanel>
      <TabPanel value="source" className="mt-3">
        <pre tabIndex={0} className="max-h-[60vh] overflow-auto rounded-lg bg-sunken px-4 py-3 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]">{mail.source}</pre>
        {mail.source_cut && <p className="mt-2 text-small text-faint">{t('outbox.sourceCut')}</p>}
      </TabPanel>
    </Tabs>
  );
}
