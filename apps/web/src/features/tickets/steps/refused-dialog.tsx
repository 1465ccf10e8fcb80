import { Button, Dialog, TextArea } from '@ombud/ui';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { statusWord } from '../store/words.ts';
import { refusedStatuses, untellRefused, wantedStep, type RefusedStatus } from './steps-store.ts';

type Wish = { ticket: number; step: number };

/** Stands on every screen, as the refusal may come when its ticket has been left. One after the other; who wants to see a step goes there after the last. */
export function RefusedHost() {
  const navigate = useNavigate();
  const { number: open } = useParams({ strict: false });
  const [refused, ...others] = useStore(refusedStatuses);
  const wish = useRef<Wish | null>(null);

  function end(what: RefusedStatus, wanted: Wish | null) {
    wish.current = wanted ?? wish.current;
    untellRefused(what);
    if (refusedStatuses.get().length > 0 || !wish.current) return;
    const { ticket } = wish.current;
    if (open !== ticket) void navigate({ to: '/inbox/$view/$number', params: { view: 'all', number: ticket } });
    wantedStep.set(wish.current);
    wish.current = null;
  }
  return refused && <RefusedDialog key={`${refused.ticket} ${refused.status}`} refused={refused} others={others.length} onEnd={(wanted) => end(refused, wanted)} />;
}

/** What is missing, a way to each step, and for leads the way past them with a reason. */
function RefusedDialog({ refused, others, onEnd }: { refused: RefusedStatus; others: number; onEnd(wanted: Wish | null): void }) {
  const t = useT();
  const mayGoPast = useMay('macros.share');
  const first = useRef<HTMLButtonElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { ticket, status, steps, unsent } = refused;
  const close = () => onEnd(null);
  function goPast() {
    if (reason.trim() === '') return setAsked(true);
    close();
    refused.goPast(reason.trim());
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && close()}
      title={t('playbooks.refused.title', { number: `#${ticket}`, status: t(statusWord(status)) })}
      description={[t('playbooks.refused.lead', { count: steps.length }), unsent && t('playbooks.refused.unsent'), others > 0 && t('playbooks.refused.others', { count: others })].filter(Boolean).join(' ')}
      initialFocus={first}
      guarded={reason.trim() !== ''}
      actions={
        <>
          <Button tone={mayGoPast ? 'plain' : 'primary'} keys="esc" onClick={close}>{t(mayGoPast ? 'common.cancel' : 'common.close')}</Button>
          {mayGoPast && <Button onClick={goPast}>{t(status === 'solved' ? 'playbooks.refused.solveAnyway' : 'playbooks.refused.anyway')}</Button>}
        </>
      }
    >
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {steps.map(({ id, text }, at) => (
          <li key={id}>
            <button ref={at === 0 ? first : undefined} type="button" aria-label={t('playbooks.refused.go', { step: text })} onClick={() => onEnd({ ticket, step: id })} className="flex min-h-control w-full items-center gap-2 rounded-md border border-line px-3 py-1.5 text-left hover:bg-pressed coarse:min-h-11">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{text}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
            </button>
          </li>
        ))}
      </ul>
      {mayGoPast ? (
        <TextArea label={t('playbooks.refused.reason')} hint={t('playbooks.refused.reason.hint')} rows={2} maxLength={500} value={reason} onValueChange={(text) => setReason(text.replaceAll(/[\r\n]+/g, ' '))} error={asked && reason.trim() === '' ? t('playbooks.refused.reason.needed') : undefined} className="mt-4" />
      ) : (
        <p className="mt-3 text-small text-muted">{t('playbooks.refused.lead.asks')}</p>
      )}
    </Dialog>
  );
}
