import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { AttachmentList } from '../tickets/thread/attachments.tsx';
import { RichText } from '../tickets/thread/rich-text.tsx';
import type { Approval } from './approval-queries.ts';
import { Excerpt } from './excerpt.tsx';

type Message = NonNullable<Approval['message']>;

/** What goes out, to be read before it does: whole on its own page, and as it begins in a list, which leads there. */
export function HeldMessage({ approval: { id }, message, whole }: { approval: Pick<Approval, 'id'>; message: Message; whole: boolean }) {
  const t = useT();
  if (whole) return <WholeMessage message={message} />;
  return (
    <div className="flex min-w-0 flex-col gap-1 py-1">
      {message.text && <Excerpt text={message.text} />}
      <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-1 text-small text-muted">
        <FilesNamed message={message} />
        <Link to="/approvals/$id" params={{ id: String(id) }} className="text-accent-text hover:underline">{t('approvals.message.whole')}</Link>
      </span>
    </div>
  );
}

/** The names of what is attached. */
export function FilesNamed({ message: { attachments } }: { message: Message }) {
  const formats = useFormats();
  if (attachments.length === 0) return null;
  return <span className="inline-flex min-w-0 items-baseline gap-1 [overflow-wrap:anywhere]"><Paperclip aria-hidden className="size-3 shrink-0 self-center" />{formats.list(attachments.map(({ name }) => name))}</span>;
}

function WholeMessage({ message }: { message: Message }) {
  const t = useT();
  const formats = useFormats();
  const named = (people: Message['to']) => people.map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address)).join(', ');
  const head: [string, string][] = [
    [t('tickets.address.from'), message.from.address ? named([message.from]) : message.from.name],
    [t('tickets.address.to'), named(message.to)],
    [t('tickets.address.cc'), named(message.cc)],
    [t('sending.bcc'), named(message.bcc)],
    [t('tickets.address.subject'), message.subject],
    [t('approvals.message.sendAt'), message.send_at === null ? '' : formats.dateTime(new Date(message.send_at))],
  ];
  return (
    <section aria-label={t('approvals.message.label')} className="my-1.5 flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-pane px-4 py-3 max-sm:px-3">
      <dl className="m-0 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-small">
        {head.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="border-t border-line-soft pt-3">
        {message.html === null ? <p className="m-0 max-w-[72ch] whitespace-pre-line [overflow-wrap:anywhere]">{message.text}</p> : <RichText html={message.html} attachments={message.attachments} />}
        <AttachmentList attachments={message.attachments.filter(({ inline }) => !inline)} />
      </div>
      {message.quoted.length > 0 && <p className="m-0 text-small text-muted">{t('approvals.message.quoted', { count: message.quoted.length })}</p>}
    </section>
  );
}
