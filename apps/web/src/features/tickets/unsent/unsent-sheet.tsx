import { Button, Chip, Dialog, RelativeTime, showToast } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { Check, CircleAlert, Clock, Lock } from 'lucide-react';
import { say, useT } from '../../../lib/i18n.ts';
import { runWhenThere } from '../../../lib/keys/run-when-there.ts';
import { useStore } from '../../../lib/store.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { giveBack } from '../composer/take-back.ts';
import { emptyDraft, htmlOfText, type DraftContent } from '../composer/draft-content.ts';
import { takeBackUnfinished } from '../new-ticket/unfinished-ticket.ts';
import { useEventNames } from '../thread/event-entry.tsx';
import { unsent, type Unsent } from './send-once.ts';
import { isHeld } from './sending-rules.ts';
import { changeWords, nameOfAction, reasonOf, textOf } from './unsent-words.ts';
import type { UnsentQueue } from './unsent-queue.ts';

/** Everything that waits or was refused, with what can be done about each. */
export function UnsentSheet({ queue, onClose }: { queue: UnsentQueue; onClose(): void }) {
  const t = useT();
  const all = useStore(unsent);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('around.unsent.title')}
      description={all.length > 0 ? t('around.unsent.lead') : undefined}
      actions={
        all.some(({ refused }) => refused === null) && (
          <Button tone="primary" onClick={() => void queue.flush()}>
            {t('around.unsent.sendAll')}
          </Button>
        )
      }
    >
      {all.length === 0 ? (
        <p role="status" className="flex items-center gap-2 pb-3 text-muted">
          <Check aria-hidden className="size-4 text-green" />
          {t('around.unsent.empty')}
        </p>
      ) : (
        <ol className="divide-y divide-line-soft">
          {all.map((action) => (
            <Entry key={action.key} action={action} all={all} queue={queue} onClose={onClose} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Entry({ action, all, queue, onClose }: { action: Unsent; all: readonly Unsent[]; queue: UnsentQueue; onClose(): void }) {
  const t = useT();
  const navigate = useNavigate();
  const names = useEventNames();
  const { refused } = action;
  const text = textOf(action);
  const kind = action.kind === 'message' ? action.body.kind : action.kind;
  const isNew = action.kind === 'ticket';
  const afterwards = changeWords(action, names).map((line) => t(line.key, line.values));
  const label = `${t('around.unsent.kind', { kind })} · ${nameOfAction(action)}`;

  function openTicket() {
    onClose();
    void navigate({ to: '/inbox/$view/$number', params: { view: 'all', number: action.ticket } });
  }

  async function discard() {
    const undo = await queue.discard(action.key);
    if (undo) offerUndo(say('around.unsent.discarded', { kind }), () => void undo());
  }

  /** A message or a ticket goes back to where it was written, a change is simply not made. */
  async function takeBack() {
    if (action.kind === 'ticket') {
      if (!takeBackUnfinished(action.agent, action.body)) return void showToast({ title: say('around.unsent.otherBegun'), tone: 'failed' });
      await queue.drop(action.key);
      onClose();
      return runWhenThere('ticket.new', () => void navigate({ to: '/inbox/$view', params: { view: 'mine' } }));
    }
    if (action.kind !== 'message') return discard();
    await queue.drop(action.key);
    const { body } = action;
    const people = (list: typeof body.cc) => (list ?? []).map(({ email, name }) => ({ address: email, name: name ?? '' }));
    const content: DraftContent = {
      ...emptyDraft,
      html: body.html ?? htmlOfText(body.text ?? ''),
      to: body.to ? people(body.to) : null, cc: people(body.cc), bcc: people(body.bcc), files: [...(action.files ?? [])],
      changes: { ...body.changes, ...(body.status && { status: body.status }) }, macros: body.macros ?? [],
    };
    giveBack(action.agent, action.ticket, body.kind, content);
    openTicket();
  }

  const requester = isNew ? [action.body.requester.name, action.body.requester.email, action.body.requester.phone].filter(Boolean).join(', ') : '';
  const who = isNew && requester !== '' && t(action.body.direction === 'out' ? 'around.unsent.to' : 'around.unsent.from', { who: requester });
  const copy = () => void navigator.clipboard.writeText(text).then(() => toastDone(say('around.unsent.copied')));

  return (
    <li aria-label={label} className="py-3 first:pt-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip>{t('around.unsent.kind', { kind })}</Chip>
        {isNew ? (
          <span className="min-w-0 flex-1 truncate font-strong">{action.subject}</span>
        ) : (
          <button type="button" onClick={openTicket} className="min-w-0 flex-1 truncate rounded-sm text-left font-strong text-accent-text hover:underline">
            #{action.ticket} {action.subject}
          </button>
        )}
        <RelativeTime at={new Date(action.madeAt).toISOString()} className="shrink-0 text-small text-faint" />
      </div>
      {who && <p className="mt-1 truncate text-small text-muted">{who}</p>}
      {text && <p className="mt-1.5 line-clamp-4 whitespace-pre-line break-words">{text}</p>}
      {afterwards.length > 0 && <p className="mt-1 text-small text-muted">{afterwards.join(' · ')}</p>}
      <State action={action} all={all} />
      <div className="mt-2 -ml-3 flex flex-wrap gap-1">
        {refused && (
          <Button tone="plain" onClick={() => void queue.retry(action.key, { anyway: refused.code === 'conflict' })}>
            {t(refused.code === 'conflict' ? 'around.unsent.sendAnyway' : 'around.unsent.sendAgain')}
          </Button>
        )}
        <Button tone="plain" onClick={() => void takeBack()}>
          {t('around.unsent.takeBack')}
        </Button>
        {text && (
          <>
            <Button tone="plain" onClick={copy}>
              {t('around.unsent.copy')}
            </Button>
            <Button tone="plain" onClick={() => void discard()} className="text-red">
              {t('around.unsent.discard')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function State({ action, all }: { action: Unsent; all: readonly Unsent[] }) {
  const t = useT();
  const [Icon, text, tone] = action.refused
    ? [CircleAlert, reasonOf(action.refused), 'text-red']
    : isHeld(action, all)
      ? [Lock, t('around.unsent.held'), 'text-amber']
      : [Clock, t('around.unsent.waits'), 'text-muted'];
  return (
    <p className={`mt-1.5 flex items-start gap-1.5 text-small ${tone}`}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      {text}
    </p>
  );
}
