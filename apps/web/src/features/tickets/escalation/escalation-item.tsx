import { Button, Menu, MenuItem } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowUpFromLine, CircleCheck, Ellipsis, Gavel, MailCheck, Undo2 } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { refreshEscalations, type Escalation } from './escalation-queries.ts';
import { escalationRoom } from './escalation-store.ts';

/** "Bo Ek", "Tier 2 in Network", "Network" */
function useTarget(): (escalation: Escalation) => string {
  const t = useT();
  return ({ target, tier, team, owner }) => {
    if (target === 'tier') return team ? t('escalations.card.tierIn', { tier: tier ?? 2, team: team.name }) : t('escalations.card.tier', { tier: tier ?? 2 });
    return (target === 'team' ? team?.name : owner?.name) ?? '';
  };
}

function useMadeWords(): (escalation: Escalation) => string {
  const t = useT();
  const formats = useFormats();
  return ({ by, at }) => (by ? t('escalations.card.by', { who: by.name, when: formats.dateTime(new Date(at)) }) : t('escalations.card.automatic', { when: formats.dateTime(new Date(at)) }));
}

export function OpenEscalation({ escalation, may }: { escalation: Escalation; may: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const me = useMe().agent;
  const target = useTarget();
  const made = useMadeWords();
  const { id, ticket, kind, by, question } = escalation;
  const decides = kind === 'hierarchical';
  const isMine = by?.id === me.id;
  const Icon = decides ? Gavel : ArrowUpFromLine;
  async function act(what: 'withdraw' | 'end') {
    try {
      await api.post(`/api/v1/tickets/{number}/escalations/{escalation}/${what}`, { path: { number: ticket, escalation: id }, body: {} });
      toastDone(t(what === 'end' ? 'escalations.done.ended' : 'escalations.done.withdrawn'));
    } catch (error) {
      toastProblem(error, () => void act(what));
    }
    refreshEscalations(client, ticket);
  }
  return (
    <li className="rounded-md border border-line-soft bg-amber-soft px-2.5 py-2">
      <div className="flex items-start gap-2">
        <span className="flex h-6 items-center text-amber"><Icon aria-hidden className="size-4" /></span>
        <span className="min-w-0 flex-1">
          <span className="block min-h-6 py-0.5 [overflow-wrap:anywhere]"><span className="text-muted">{t(decides ? 'escalations.card.hierarchical' : 'escalations.card.functional')}</span> <span className="font-strong">{target(escalation)}</span></span>
          <span className="block text-small text-muted">{made(escalation)}</span>
          {question && <span className="mt-1 block whitespace-pre-wrap [overflow-wrap:anywhere]">{question}</span>}
          {escalation.told && <span className="mt-1 flex items-center gap-1 text-small text-muted"><MailCheck aria-hidden className="size-3.5" />{t('escalations.card.told')}</span>}
        </span>
        {may && (
          <Menu align="end" trigger={<button type="button" aria-label={t('escalations.more')} className="grid size-6 min-h-target min-w-target place-items-center rounded-md text-faint hover:bg-pressed hover:text-text data-[popup-open]:bg-pressed"><Ellipsis aria-hidden className="size-3.5" /></button>}>
            {isMine && <MenuItem icon={<Undo2 />} onSelect={() => void act('withdraw')}>{t('escalations.withdraw')}</MenuItem>}
            <MenuItem icon={<CircleCheck />} onSelect={() => void act('end')}>{t('escalations.end')}</MenuItem>
          </Menu>
        )}
      </div>
      {may && !isMine && <Button className="mt-2" icon={<Undo2 aria-hidden className="size-4" />} onClick={() => escalationRoom.set({ ticket, kind: 'handBack', escalation })}>{t(decides ? 'escalations.decide' : 'escalations.handBack')}</Button>}
    </li>
  );
}

export function OverEscalation({ escalation }: { escalation: Escalation }) {
  const t = useT();
  const formats = useFormats();
  const target = useTarget();
  const made = useMadeWords();
  const { state, over_at: at, over_by: by, explanation } = escalation;
  if (state === 'open') return null;
  return (
    <li className="text-small text-faint">
      <span className="block [overflow-wrap:anywhere]">{target(escalation)} · {made(escalation)}</span>
      <span className="block">{t(`escalations.state.${state}`)}{at && ` · ${[by?.name, formats.dateTime(new Date(at))].filter(Boolean).join(', ')}`}</span>
      {explanation && <span className="block whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{explanation}</span>}
    </li>
  );
}
