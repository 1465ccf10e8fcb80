import { Button, Dialog, TextArea } from '@ombud/ui';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { statusWord } from '../store/words.ts';
import { refusedStatus, wantedStep, type RefusedStatus } from './steps-store.ts';

/** What is missing, a way to each step, and for leads the way past them with a reason. */
export function RefusedDialog({ refused }: { refused: RefusedStatus }) {
  const t = useT();
  const navigate = useNavigate();
  const { number: open } = useParams({ strict: false });
  const mayGoPast = useMay('macros.share');
  const first = useRef<HTMLButtonElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { ticket, status, steps, unsent } = refused;
  const close = () => refusedStatus.set(null);

  function goTo(step: number) {
    close();
    if (open !== ticket) void navigate({ to: '/inbox/$view/$number', params: { view: 'all', number: ticket } });
    wantedStep.set({ ticket, step });
  }
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
      description={[t('playbooks.refused.lead', { count: steps.length }), unsent && t('playbooks.refused.unsent')].filter(Boolean).join(' ')}
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
            <button ref={at === 0 ? first : undefined} type="button" aria-label={t('playbooks.refused.go', { step: text })} onClick={() => goTo(id)} className="flex min-h-control w-full items-center gap-2 rounded-md border border-line px-3 py-1.5 text-left hover:bg-pressed coarse:min-h-11">
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
