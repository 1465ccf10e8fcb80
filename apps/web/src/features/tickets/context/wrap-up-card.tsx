import { Button, RelativeTime } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { ticketStepsOptions } from '../steps/step-queries.ts';
import type { TicketDetail } from '../store/types.ts';
import { openWrapUp } from '../wrap-up/ask-wrap-up.ts';
import { topicPath } from '../wrap-up/topic-path.ts';
import { wrapUpOptions, wrapUpVersionsOptions, type WrapUp } from '../wrap-up/wrap-up-queries.ts';
import { Card } from './card.tsx';

/** How the ticket ended, in the words of whoever solved it, with all that stood there before. */
export function WrapUpCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  // A brand wants it of all its tickets, a playbook of those that it fits.
  const isOfBrand = useMe().brands.some(({ id, wrap_up }) => id === ticket.brand.id && wrap_up !== 'off');
  const { data: playbooks } = useQuery(ticketStepsOptions(ticket.number));
  const isStep = playbooks?.items.some(({ steps }) => steps.some(({ event }) => event === 'wrap_up')) === true;
  const isWanted = isOfBrand || isStep;
  const { data } = useQuery({ ...wrapUpOptions(ticket.number), enabled: isWanted });
  const [withHistory, setWithHistory] = useState(false);
  if (!isWanted || !data || (!data.wrap_up && !may)) return null;
  const { wrap_up: written } = data;
  return (
    <Card id="wrap-up" title={t('wrapup.title')}>
      {!written && <p className="m-0 mb-1.5 text-muted">{t(data.need === 'required' || isStep ? 'wrapup.none.required' : 'wrapup.none')}</p>}
      {written && <Written wrapUp={written} />}
      <div className="mt-1 flex flex-wrap gap-1">
        {may && <Button tone={written ? 'plain' : 'outline'} onClick={() => void openWrapUp(ticket)} className={written ? '-ml-3' : ''}>{t(written ? 'wrapup.correct' : 'wrapup.write')}</Button>}
        {written && written.version > 1 && <Button tone="plain" aria-expanded={withHistory} onClick={() => setWithHistory(!withHistory)}>{t(withHistory ? 'wrapup.history.hide' : 'wrapup.history.show', { count: written.version - 1 })}</Button>}
      </div>
      {written && withHistory && <History number={ticket.number} newest={written.version} />}
    </Card>
  );
}

function Written({ wrapUp: { topic, degree, cause, resolution, minutes, written_by, written_at } }: { wrapUp: WrapUp }) {
  const t = useT();
  const formats = useFormats();
  const { language } = useTranslator();
  const facts = [t(`wrapup.degree.${degree}`), minutes === null ? '' : t('wrapup.took', { minutes, shown: formats.number(minutes) })].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {topic && <p className="m-0 font-strong break-words">{topicPath(topic, language)}</p>}
      <p className="m-0 text-muted">{facts.join(' · ')}</p>
      {cause && <p className="m-0 break-words whitespace-pre-wrap"><span className="text-faint">{t('wrapup.cause')}: </span>{cause}</p>}
      {resolution && <p className="m-0 break-words whitespace-pre-wrap"><span className="text-faint">{t('wrapup.resolution')}: </span>{resolution}</p>}
      <p className="m-0 text-small text-faint">{written_by.name} · <RelativeTime at={written_at} /></p>
    </div>
  );
}

function History({ number, newest }: { number: number; newest: number }) {
  const t = useT();
  const { data } = useQuery(wrapUpVersionsOptions(number));
  if (!data) return null;
  return (
    <ol aria-label={t('wrapup.history')} className="m-0 mt-2 flex list-none flex-col gap-3 border-l border-line-soft p-0 pl-3">
      {data.items.filter(({ version }) => version < newest).map((each) => <li key={each.version}><Written wrapUp={each} /></li>)}
    </ol>
  );
}
