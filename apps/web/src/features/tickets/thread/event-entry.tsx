import { cx, RelativeTime } from '@ombud/ui';
import { AlarmClock, ArrowUpFromLine, Bot, CircleAlert, CircleDot, Handshake, Link2, ListChecks, Merge, MessageCircleQuestionMark, Rows3, Smile, SquareCheck, Tag, Trash2, UserRound, UsersRound } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { HandOver } from '../escalation/hand-over.tsx';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { useNames } from '../store/people.ts';
import type { Message, TimelineEvent } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { eventLines, givenLine, statusLine, type EventLine, type EventNames } from './event-words.ts';

/** What happened, small and in words; it never competes with what was written. */
export const EventEntry = memo(function EventEntry({ event }: { event: TimelineEvent }) {
  const names = useEventNames();
  return (
    <>
      <EventLines lines={eventLines(event, names)} at={event.created_at} />
      {event.words && <HandOver words={event.words} className="ml-[2.375rem] max-desk:ml-0" />}
    </>
  );
});

/** Whose the ticket was from its first message on, and what a message did to its status; under it. */
export const StatusChange = memo(function StatusChange({ message }: { message: Message }) {
  const names = useEventNames();
  const lines = [givenLine(message, names), statusLine(message, names)].filter((line) => line !== null);
  return <EventLines lines={lines} at={message.created_at} />;
});

function EventLines({ lines, at: moment }: { lines: EventLine[]; at: string }) {
  const t = useT();
  if (lines.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 pl-[2.375rem] text-small text-muted max-desk:pl-0">
      {lines.map((line, at) => {
        const Icon = iconOf(line.key);
        return (
          <p key={`${line.key}-${at}`} className={cx('flex items-start gap-1.5', line.tone === 'failed' && 'text-red')}>
            <Icon aria-hidden className={cx('mt-px size-3.5 shrink-0 stroke-[1.7]', line.tone === 'failed' ? 'text-red' : 'text-faint')} />
            <span className="min-w-0 break-words">
              {t(line.key, line.values)} <span className="text-faint">· <RelativeTime at={moment} /></span>
            </span>
          </p>
        );
      })}
    </div>
  );
}

export function useEventNames(): EventNames {
  const { t, has } = useTranslator();
  const formats = useFormats();
  const people = useNames();
  const language = useLanguageName();
  const { brands } = useMe();
  const fields = useAllFields();
  const words = useFieldWords();
  return useMemo(() => {
    const word = (area: string, code: string) => {
      const key = `tickets.${area}.${code}`;
      return has(key) ? t(key) : code;
    };
    const promised = (kind: string) => {
      const key = `sla.kind.${kind}`;
      return has(key) ? t(key) : kind;
    };
    const brand = (id: number) => brands.find((each) => each.id === id)?.name ?? `#${id}`;
    const field = (key: string) => fields.find((each) => each.key === key);
    const ofFields = {
      field: (key: string) => words.label(field(key) ?? { label: key, labels: {} }),
      fieldValue: (key: string, value: string | boolean) => {
        const found = field(key);
        return found ? words.value(found, value) : String(value);
      },
    };
    return { ...people, ...ofFields, brand, language, status: (code) => word('status', code), priority: (code) => word('priority', code), kind: (code) => word('kind', code), automation: (name) => t('automations.named', { name }), promised, list: formats.list, moment: (at) => formats.dateTime(new Date(at)) };
  }, [t, has, formats, people, language, brands, fields, words]);
}

function iconOf(key: string) {
  if (key.includes('snoozed') || key.includes('woken')) return AlarmClock;
  if (key.startsWith('commitments.')) return Handshake;
  if (key.startsWith('escalations.')) return key.includes('sked') || key.includes('closed') || key.includes('reopened') ? MessageCircleQuestionMark : ArrowUpFromLine;
  if (key.startsWith('playbooks.')) return ListChecks;
  if (key.startsWith('automations.')) return Bot;
  if (key.startsWith('satisfaction.')) return Smile;
  if (key.includes('event.task')) return SquareCheck;
  if (key.includes('tags')) return Tag;
  if (key.includes('field')) return Rows3;
  if (key.includes('inked') || key.includes('ontinue')) return Link2;
  if (key.includes('erge') || key.includes('split')) return Merge;
  if (key.includes('participant')) return UsersRound;
  if (key.includes('ssigned') || key.includes('taken') || key.includes('eam')) return UserRound;
  if (key.includes('spam') || key.includes('trash')) return Trash2;
  if (key.includes('bounced') || key.includes('delayed')) return CircleAlert;
  return CircleDot;
}
