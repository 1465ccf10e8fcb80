import { Avatar, Chip, RelativeTime } from '@ombud/ui';
import { Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { useTicketActions } from '../actions/use-ticket-actions.ts';
import { InboxPicker } from '../ticket/inbox-picker.tsx';
import { BrandPicker, KindPicker, PriorityPicker, StatusPicker, TagPicker, TeamPicker, AssigneePicker } from '../ticket/pickers.tsx';
import { useKnownTags } from '../store/use-known-tags.ts';
import type { TicketDetail } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { channelWord, kindWord, priorityWord, statusWord } from '../store/words.ts';
import { Card, Properties, valueButton } from './card.tsx';
import { InPlace } from './in-place.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { propertyWish, type WishedProperty } from './property-wish.ts';

/** The ticket's own fields, each changed where it stands. */
export function PropertiesCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const { brands } = useMe();
  const { change } = useTicketActions();
  const language = useLanguageName();
  const { opening, subjectTurn } = useWished(ticket.number);
  const subject = <span className={ticket.subject ? 'line-clamp-3 [overflow-wrap:anywhere]' : 'text-faint'}>{ticket.subject || t('tickets.noSubject')}</span>;
  const brand = (
    <>
      <span aria-hidden className="size-2 shrink-0 rounded-[2.5px]" style={{ background: ticket.brand.color }} />
      <span className="truncate">{ticket.brand.name}</span>
    </>
  );
  const assignee = ticket.assignee ? (
    <>
      <Avatar name={ticket.assignee.name} />
      <span className="truncate">{ticket.assignee.name}</span>
    </>
  ) : (
    <span className="text-faint">{t('tickets.assign.nobody')}</span>
  );
  const team = <span className={ticket.team ? 'truncate' : 'text-faint'}>{ticket.team?.name ?? t('tickets.assign.noTeam')}</span>;
  const inbox = <span className={ticket.inbox ? 'truncate' : 'text-faint'}>{ticket.inbox?.address ?? t('work.inbox.none')}</span>;
  // A merged ticket goes where the one goes that it stands in.
  const moves = may && ticket.merged_into === null;
  return (
    <Card id="ticket" title={t('tickets.card.ticket')} aside={<RelativeTime at={ticket.created_at} />}>
      <Properties
        rows={[
          { label: t('tickets.new.subject'), value: may ? <InPlace key={subjectTurn} begins={opening('subject').open} onEnd={() => opening('subject').onOpenChange(false)} label={t('tickets.new.subject')} value={ticket.subject} shown={subject} shownEmpty={t('tickets.noSubject')} maxLength={500} field="subject" needed className="!h-auto min-h-7" onSave={(next) => change(ticket, { subject: next })} /> : subject },
          { label: t('tickets.field.status'), value: may ? <StatusPicker value={ticket.status} allowed={ticket.allowed_statuses} onChange={(status) => void change(ticket, { status })} /> : t(statusWord(ticket.status)) },
          { label: t('tickets.field.priority'), value: may ? <PriorityPicker value={ticket.priority} onChange={(priority) => void change(ticket, { priority })} /> : t(priorityWord(ticket.priority)) },
          { label: t('tickets.field.assignee'), value: may ? <AssigneePicker value={ticket.assignee?.id ?? null} onChange={(agent) => void change(ticket, { assignee: agent })} trigger={<button type="button" className={valueButton}>{assignee}</button>} /> : <span className="flex min-w-0 items-center gap-1.5">{assignee}</span> },
          { label: t('tickets.field.team'), value: may ? <TeamPicker brand={ticket.brand.id} value={ticket.team?.id ?? null} onChange={(id) => void change(ticket, { team: id })} {...opening('team')} trigger={<button type="button" className={valueButton}>{team}</button>} /> : team },
          { label: t('tickets.field.kind'), value: may ? <KindPicker value={ticket.kind} onChange={(kind) => void change(ticket, { kind })} {...opening('kind')} trigger={<button type="button" className={valueButton}>{t(kindWord(ticket.kind))}</button>} /> : t(kindWord(ticket.kind)) },
          { label: t('tickets.field.brand'), value: moves && brands.length > 1 ? <BrandPicker value={ticket.brand.id} onChange={(id) => void change(ticket, { brand: id }, { told: { key: 'tickets.done.moved', values: { number: `#${ticket.number}` } } })} {...opening('brand')} trigger={<button type="button" className={valueButton}>{brand}</button>} /> : <span className="flex min-w-0 items-center gap-1.5">{brand}</span> },
          { label: t('tickets.field.channel'), value: <span className="truncate">{t(channelWord(ticket.channel))}</span> },
          ...(ticket.inbox || moves ? [{ label: t('work.inbox'), value: moves ? <InboxPicker ticket={ticket} onChange={(place) => void change(ticket, place, { told: { key: 'tickets.done.moved', values: { number: `#${ticket.number}` } } })} trigger={<button type="button" className={valueButton}>{inbox}</button>} /> : inbox }] : []),
          ...(may ? [{ label: t('tickets.field.language'), value: <LanguagePicker value={ticket.language} onChange={(next) => void change(ticket, { language: next })} {...opening('language')} /> }] : ticket.language ? [{ label: t('tickets.field.language'), value: language(ticket.language) }] : []),
          { label: t('tickets.field.tags'), value: <TagList ticket={ticket} may={may} /> },
        ]}
      />
    </Card>
  );
}

/** What the command bar asks to change of this ticket opens here. */
function useWished(number: number) {
  const wish = useStore(propertyWish);
  const [opened, setOpened] = useState<WishedProperty | null>(null);
  const [subjectTurn, setSubjectTurn] = useState(0);
  useEffect(() => {
    if (wish?.ticket !== number) return;
    propertyWish.set(null);
    // A value becomes a field by being made anew.
    if (wish.property === 'subject') setSubjectTurn((turn) => turn + 1);
    setOpened(wish.property);
  }, [wish, number]);
  return { subjectTurn, opening: (property: WishedProperty) => ({ open: opened === property, onOpenChange: (open: boolean) => setOpened(open ? property : null) }) };
}

function TagList({ ticket, may }: { ticket: TicketDetail; may: boolean }) {
  const t = useT();
  const known = useKnownTags();
  const { change } = useTicketActions();
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1 py-0.5">
      {ticket.tags.map((tag) => (
        <span key={tag} className="inline-flex min-w-0 max-w-full items-center">
          <Chip title={tag} className={may ? 'rounded-r-none pr-0.5 coarse:h-8' : undefined}>{tag}</Chip>
          {may && (
            <button type="button" aria-label={t('tickets.tags.remove', { tag })} onClick={() => void change(ticket, { remove_tags: [tag] })} className="grid h-5 w-5 place-items-center rounded-r-[5px] bg-chip text-faint hover:text-text coarse:size-8">
              <X className="size-3" />
            </button>
          )}
        </span>
      ))}
      {may && (
        <TagPicker
          tags={ticket.tags}
          known={known}
          onChange={({ add, remove }) => void change(ticket, { ...(add.length > 0 && { add_tags: add }), ...(remove.length > 0 && { remove_tags: remove }) })}
          trigger={
            <button type="button" aria-label={t('tickets.tags.add')} className="inline-flex h-6 min-h-target items-center gap-1 rounded-[5px] px-1 text-small text-faint hover:bg-pressed hover:text-text">
              <Plus aria-hidden className="size-3.5" />
              {ticket.tags.length === 0 && t('tickets.tags.add')}
            </button>
          }
        />
      )}
    </span>
  );
}
