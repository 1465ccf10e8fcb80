import { Avatar, Button, Chip, IconButton, Menu, MenuChoices, MenuItem, MenuSeparator, StatusChip, SubMenu } from '@ombud/ui';
import { ArchiveRestore, Building2, ChevronLeft, Ellipsis, FileText, Info, Link2, Merge, PanelRightClose, PanelRightOpen, Pause, ShieldAlert, Tag, Trash2, UserRound } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { askForCaseFile } from '../case-file/case-file-store.ts';
import { FollowButton } from '../follow/follow-button.tsx';
import { keysOfSelection } from '../list/keys-of-selection.ts';
import { PresenceFaces } from '../presence/presence-faces.tsx';
import { SlaChip } from '../../sla/sla-mark.tsx';
import { PromiseChip } from '../promises/promise-chip.tsx';
import { SnoozedChip } from '../snooze/snoozed-chip.tsx';
import { SnoozeMenu } from '../snooze/snooze-menu.tsx';
import type { TicketDetail } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { kindWord, statusWord } from '../store/words.ts';
import { TimeButton } from '../time/time-button.tsx';
import { AssigneePicker, PriorityPicker, StatusPicker, TagPicker } from './pickers.tsx';
import { useKnownTags } from '../store/use-known-tags.ts';
import type { TicketControls } from './use-ticket-controls.ts';

export interface TicketHeaderProps {
  ticket: TicketDetail;
  controls: TicketControls;
  may: boolean;
  wide: boolean;
  /** Back to the list; on a phone */
  onBack(): void;
  /** Shows or folds the context panel */
  onContext(): void;
  contextShown: boolean;
}

export function TicketHeader({ ticket, controls, may, wide, onBack, onContext, contextShown }: TicketHeaderProps) {
  const t = useT();
  const language = useLanguageName();
  const known = useKnownTags();
  const keysElsewhere = useStore(keysOfSelection);
  const { menu } = controls;
  const subject = ticket.subject || t('tickets.noSubject');
  // What the panel beside says already is not said twice.
  const besides = !wide || !contextShown;
  const solved = ticket.status === 'solved' || ticket.status === 'closed';
  return (
    <header className="shrink-0 border-b border-line-soft px-5 pt-2.5 pb-2 max-desk:px-3 max-desk:pt-1.5">
      <div className="flex min-h-8 items-center gap-2">
        {!wide && <IconButton label={t('tickets.back')} icon={<ChevronLeft className="!size-5" />} keys="u" onClick={onBack} className="-ml-1.5" />}
        <h1 tabIndex={-1} className="flex min-w-0 flex-1 gap-1.5 text-title font-strong tracking-[-0.01em] outline-none" title={subject}>
          <span className="min-w-0 truncate max-desk:line-clamp-2 max-desk:whitespace-normal max-desk:[overflow-wrap:anywhere]">{subject}</span> <span className="shrink-0 font-normal text-faint">#{ticket.number}</span>
        </h1>
        <PresenceFaces ticket={ticket.number} size="medium" most={wide ? 4 : 2} />
        {may && wide && !solved && (
          <Button tone="soft" keys={keysElsewhere ? undefined : 'e'} onClick={controls.solveAndNext}>{t('tickets.action.solve')}</Button>
        )}
        {may && wide && solved && ticket.status === 'solved' && <Button onClick={() => controls.set({ status: 'open' })}>{t('tickets.action.reopen')}</Button>}
        {may && !solved && <SnoozeMenu ticket={ticket} {...menu('snooze')} onSnooze={controls.snooze} />}
        {may && <MoreMenu ticket={ticket} controls={controls} />}
        <IconButton label={t(contextShown ? 'tickets.context.hide' : 'tickets.context.show')} icon={!wide ? <Info /> : contextShown ? <PanelRightClose /> : <PanelRightOpen />} keys="]" onClick={onContext} className="-mr-1.5" />
      </div>
      <div className="flex flex-wrap items-center gap-1.5 pt-1 max-desk:flex-nowrap max-desk:overflow-x-auto max-desk:pb-1 max-desk:[&>*]:shrink-0">
        {may ? (
          <>
            <StatusPicker value={ticket.status} allowed={ticket.allowed_statuses} onChange={(status) => controls.set({ status })} />
            <PriorityPicker value={ticket.priority} onChange={(priority) => controls.set({ priority })} {...menu('priority')} />
            <AssigneePicker
              value={ticket.assignee?.id ?? null}
              onChange={(assignee) => controls.set({ assignee })}
              {...menu('assignee')}
              trigger={
                <button type="button" className="inline-flex min-h-target items-center rounded-[5px] hover:brightness-97">
                  <span className="sr-only">{t('tickets.field.assignee')}: </span>
                  <Chip icon={ticket.assignee ? <Avatar name={ticket.assignee.name} className="-ml-0.5 !size-4 !text-[8px]" /> : <UserRound aria-hidden className="size-3" />}>{ticket.assignee?.name ?? t('tickets.assign.nobody')}</Chip>
                </button>
              }
            />
          </>
        ) : (
          <StatusChip status={ticket.status} label={t(statusWord(ticket.status))} />
        )}
        <SlaChip number={ticket.number} />
        {ticket.promise_due_at && <PromiseChip due={ticket.promise_due_at} />}
        <SnoozedChip ticket={ticket} may={may} onWake={() => controls.snooze(null)} />
        {besides && ticket.team && <Chip>{ticket.team.name}</Chip>}
        {besides && <Chip icon={<span aria-hidden className="size-2 shrink-0 rounded-[2.5px]" style={{ background: ticket.brand.color }} />}>{ticket.brand.name}</Chip>}
        {ticket.kind !== 'question' && <Chip tone={ticket.kind === 'complaint' ? 'red' : 'neutral'}>{t(kindWord(ticket.kind))}</Chip>}
        {besides && ticket.language && <Chip>{language(ticket.language)}</Chip>}
        {ticket.folder !== 'inbox' && <Chip tone="red">{t(`tickets.view.${ticket.folder}`)}</Chip>}
        {may ? (
          <TagPicker
            tags={ticket.tags}
            known={known}
            onChange={controls.setTags}
            {...menu('tags')}
            trigger={
              <button type="button" className="inline-flex min-h-target min-w-0 flex-wrap items-center gap-1.5 rounded-[5px] hover:brightness-97">
                {ticket.tags.length > 0 && <span className="sr-only">{t('tickets.field.tags')}: </span>}
                {ticket.tags.length === 0 ? <span title={t('tickets.tags.add')} className="inline-flex h-5 items-center px-1 text-faint"><Tag aria-hidden className="size-3.5" /><span className="sr-only">{t('tickets.tags.add')}</span></span> : ticket.tags.map((tag) => <Chip key={tag}>{tag}</Chip>)}
              </button>
            }
          />
        ) : (
          ticket.tags.map((tag) => <Chip key={tag}>{tag}</Chip>)
        )}
        <span className="ml-auto flex items-center gap-1">
          <FollowButton ticket={ticket} may={may} />
          <TimeButton ticket={ticket} may={may} />
        </span>
      </div>
    </header>
  );
}

function MoreMenu({ ticket, controls }: { ticket: TicketDetail; controls: TicketControls }) {
  const t = useT();
  const { brands } = useMe();
  const keysElsewhere = useStore(keysOfSelection);
  const own = (keys: string) => (keysElsewhere ? undefined : keys);
  const away = ticket.folder !== 'inbox';
  return (
    <Menu align="end" trigger={<IconButton label={t('tickets.action.more')} icon={<Ellipsis />} />}>
      <MenuItem icon={<UserRound />} keys={own('i')} disabled={controls.isMine} onSelect={controls.take}>{t('tickets.action.take')}</MenuItem>
      <MenuItem icon={<Pause />} keys={own('p')} disabled={!ticket.allowed_statuses.includes('pending')} onSelect={controls.pend}>{t('tickets.action.pending')}</MenuItem>
      <MenuItem icon={<Link2 />} keys="." onSelect={controls.copyLink}>{t('tickets.action.copyLink')}</MenuItem>
      {ticket.merged_into === null && <MenuItem icon={<Merge />} onSelect={controls.openMerge}>{t('tickets.action.merge')}</MenuItem>}
      {brands.length > 1 && ticket.merged_into === null && (
        <SubMenu icon={<Building2 />} label={t('tickets.action.move')}>
          <MenuChoices label={t('tickets.action.move')} value={String(ticket.brand.id)} choices={brands.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(id) => Number(id) !== ticket.brand.id && controls.move(Number(id))} />
        </SubMenu>
      )}
      <MenuItem icon={<FileText />} onSelect={() => askForCaseFile(ticket.number)}>{t('bulk.case.action')}</MenuItem>
      <MenuSeparator />
      {away ? (
        <MenuItem icon={<ArchiveRestore />} onSelect={controls.restore}>{t('tickets.action.restore')}</MenuItem>
      ) : (
        <>
          <MenuItem icon={<ShieldAlert />} keys={own('#')} onSelect={controls.spam}>{t('tickets.action.spam')}</MenuItem>
          <MenuItem icon={<Trash2 />} danger onSelect={controls.trash}>{t('tickets.action.trash')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
