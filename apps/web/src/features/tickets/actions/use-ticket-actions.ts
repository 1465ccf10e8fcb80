import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MessageKey, MessageValues } from '@ombud/i18n';
import { showToast } from '@ombud/ui';
import { useMemo } from 'react';
import { say } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { rememberUndo } from '../../../lib/undo.ts';
import { whisper } from '../../../lib/whisper.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { askFirst } from '../guidelines/ask-first.ts';
import { withdrawNewest } from '../escalation/withdraw-newest.ts';
import { useChangeWords } from '../macros/change-words.ts';
import { partsOf } from '../macros/pending-changes.ts';
import { useRefusalText } from '../macros/refusal-text.ts';
import type { PendingChanges } from '../macros/types.ts';
import { letGoOfLists } from '../list/list-hold.ts';
import { changeInTurn, waitsForTurn } from '../store/change-in-turn.ts';
import { beginChange } from '../store/own-changes.ts';
import { useNames } from '../store/people.ts';
import { editTicket, findTicket, putTicket } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Ticket, TicketPatch } from '../store/types.ts';
import { KeptForLater } from '../unsent/send-once.ts';
import { applyPatch, hasWayBack, inversePatch, outcomeOf, staysDone } from './inverse-patch.ts';
import { openTasksOf } from '../work/work-queries.ts';
import { wrapUpFirst } from '../wrap-up/ask-wrap-up.ts';
import { isUnapproved, lacksSteps, stepsOf, tellUnapproved } from '../steps/steps-store.ts';
import { askForMissing } from './ask-for-missing.ts';
import { isUnsolvable, missingKeys, tellMissing } from './missing.ts';
import { isOverwriting, seenOf, tellChanged } from './tell-changed.ts';

export interface ChangeOptions {
  /** Said in a toast with an undo, where the change takes the ticket out of sight */
  told?: { key: MessageKey; values?: MessageValues };
  /** Whatever somebody else has made of it meanwhile */
  force?: boolean;
  /** Its wrap-up has been asked for already */
  wrapped?: boolean;
  /** Past the steps that are missing; takes a lead */
  override?: { reason: string };
  /** Called once it is done, also where something had to be answered first */
  onDone?(): void;
}

export interface TicketActions {
  change(ticket: Ticket, patch: TicketPatch, options?: ChangeOptions): Promise<boolean>;
  changeMany(tickets: readonly Ticket[], patch: TicketPatch, told: (count: number) => { key: MessageKey; values?: MessageValues }): Promise<void>;
}

/** Every change is shown first and confirmed after; one that is refused comes back, with what to do about it. */
export function useTicketActions(): TicketActions {
  const client = useQueryClient();
  const { agent: me } = useMe();
  const names = useNames();
  const navigate = useNavigate();
  const fields = useAllFields();
  const words = useFieldWords();
  const sayChange = useChangeWords();
  const sayRefused = useRefusalText();

  return useMemo(() => {
    const labelsOf = (keys: readonly string[]) => keys.map((key) => words.labelOf(fields, key)).join(', ');
    const whyNot = (error: unknown) => {
      if (lacksSteps(error)) return say('playbooks.bulk', { steps: stepsOf(error).map(({ text }) => text).join('; ') });
      if (isUnapproved(error)) return say('approvals.bulk', { rules: error.fields.map(({ message }) => message).join('; ') });
      return isUnsolvable(error) ? say('fields.missing.these', { fields: labelsOf(missingKeys(error)) }) : problemText(error);
    };
    const linkTo = (number: number) => ({ label: `#${number}`, href: `/inbox/all/${number}`, follow: () => void navigate({ to: '/inbox/$view/$number', params: { view: 'all', number } }) });

    const ofField = (key: string) => fields.find((field) => field.key === key);
    const changedWords = {
      ...names,
      field: (key: string) => words.labelOf(fields, key),
      fieldValue: (key: string, value: string | number | boolean) => {
        const field = ofField(key);
        return field ? words.value(field, value) : String(value);
      },
    };

    /** `force`: whatever somebody else has made of it meanwhile. */
    async function apply(before: Ticket, patch: TicketPatch, { force = false, override }: ChangeOptions = {}): Promise<unknown> {
      letGoOfLists();
      const edit = <T extends Ticket>(ticket: T) => applyPatch(ticket, patch, names);
      editTicket(client, before.number, edit, me.id);
      const own = beginChange(before.number, edit);
      try {
        const after = await changeInTurn(before.number, { ...patch, ...(!force && { seen: seenOf(before, patch) }), ...(override && { override }) });
        own.taken();
        if (!waitsForTurn(before.number)) putTicket(client, after, me.id);
        return null;
      } catch (error) {
        own.refused();
        // What is kept for later is shown by the queue that keeps it.
        if (error instanceof KeptForLater) return null;
        const now = findTicket(client, before.number);
        // A ticket that was refused is as new as it was, which no change could make it again.
        putTicket(client, { ...applyPatch(now ?? before, inversePatch(before, outcomeOf(before, patch)), names), ...(patch.status && { status: before.status }) }, me.id);
        // What somebody else has made of it is on its way; until then it looks as it did.
        if (isOverwriting(error)) void client.invalidateQueries({ queryKey: ticketKeys.detail(before.number) });
        return error;
      }
    }

    /** The step back of tickets that were changed together; null where there is none. */
    function stepBack(changed: readonly Ticket[], patch: TicketPatch): (() => Promise<void>) | null {
      const goBack = changed.filter((before) => hasWayBack(before, patch));
      if (goBack.length === 0) return null;
      return async () => {
        for (const before of goBack) await putBack(before, patch);
      };
    }

    async function putBack(before: Ticket, patch: TicketPatch, options: ChangeOptions = {}): Promise<void> {
      const now = findTicket(client, before.number) ?? applyPatch(before, patch, names);
      if (patch.escalate && !(await withdrawOwn(before.number, patch.escalate))) return;
      const back = inversePatch(before, patch);
      const again = (more: ChangeOptions) => void putBack(before, patch, { ...options, ...more });
      // Of a macro that only escalates nothing else is to be put back.
      const error = Object.keys(back).length > 0 || !patch.escalate ? await apply(now, back, options) : null;
      if (!error && staysDone(patch)) showToast({ title: say(patch.webhook === undefined ? 'macros.stays' : 'macros.staysTold', { number: `#${before.number}` }) });
      if (isOverwriting(error)) tellChanged(before.number, error, changedWords, () => again({ force: true }));
      // What it goes back to may be guarded by now.
      else if (error && !askForMissing(error, { ticket: before, status: back.status }, again) && !tellUnapproved(before.number, back, error)) showToast({ title: say('tickets.failed.undo', { number: `#${before.number}` }), description: whyNot(error), tone: 'failed' });
    }

    /** False where it cannot be taken back any more, which is said. */
    async function withdrawOwn(number: number, escalate: NonNullable<TicketPatch['escalate']>): Promise<boolean> {
      try {
        await withdrawNewest(client, number, me.id, escalate);
        return true;
      } catch (error) {
        showToast({ title: say('tickets.failed.undo', { number: `#${number}` }), description: problemText(error), tone: 'failed' });
        return false;
      }
    }

    /** Remembers the step for `z`, and says it with a button where it is to be said; either way takes the other away. Without a step it is only said. */
    function offerBack(undo: (() => Promise<void>) | null, told?: { key: MessageKey; values?: MessageValues }, id?: string): { forget(): void; close(): void } {
      let closeToast = () => {};
      const forget = undo
        ? rememberUndo(() => {
            closeToast();
            void undo();
          })
        : () => {};
      if (!told) return { forget, close: closeToast };
      closeToast = showToast({
        id,
        title: say(told.key, told.values),
        action: undo
          ? {
              label: say('common.undo'),
              keys: 'z',
              run: () => {
                forget();
                void undo();
              },
            }
          : undefined,
        timeout: 6_000,
      });
      return { forget, close: closeToast };
    }

    async function change(ticket: Ticket, patch: TicketPatch, options: ChangeOptions = {}): Promise<boolean> {
      const asked = patch.status === undefined ? null : askFirst(client, me.id, ticket, patch.status);
      if (asked && !(await asked)) return false;
      const wrapped = options.wrapped ? null : wrapUpFirst(client, ticket, patch.status);
      if (wrapped && !(await wrapped)) return false;
      const open = patch.status === 'solved' ? openTasksOf(client, ticket.number) : 0;
      const told = open > 0 ? { key: 'work.solvedWithTasks' as const, values: { number: `#${ticket.number}`, count: open } } : options.told;
      const back = offerBack(stepBack([ticket], patch), told, `ticket-${ticket.number}`);
      // What is told in a toast is read out with it.
      const changes = partsOf(patch as PendingChanges /* there are words for the other statuses too */).map(sayChange).join(', ');
      if (!told && changes !== '') whisper(say('work.whisper.done', { number: `#${ticket.number}`, changes }));
      const error = await apply(ticket, patch, options);
      if (!error) {
        options.onDone?.();
        return true;
      }
      back.forget();
      if (isOverwriting(error)) {
        back.close();
        tellChanged(ticket.number, error, changedWords, () => void change(findTicket(client, ticket.number) ?? ticket, patch, { ...options, force: true }));
        return false;
      }
      if (isUnsolvable(error)) {
        back.close();
        tellMissing(ticket.number, error);
        return false;
      }
      if (askForMissing(error, { ticket, status: patch.status }, (more) => void change(findTicket(client, ticket.number) ?? ticket, patch, { ...options, ...more }))) {
        back.close();
        return false;
      }
      if (tellUnapproved(ticket.number, patch, error)) {
        back.close();
        return false;
      }
      showToast({
        id: `ticket-${ticket.number}`,
        title: say('tickets.failed.change', { number: `#${ticket.number}` }),
        description: sayRefused(error) ?? problemText(error),
        tone: 'failed',
        action: { label: say('common.retry'), run: () => void change(findTicket(client, ticket.number) ?? ticket, patch, { ...options, wrapped: true }) },
      });
      return false;
    }

    /** One after the other, so that a wide selection does not crowd out everybody's work; what fails is named and the rest goes on. */
    async function changeMany(tickets: readonly Ticket[], patch: TicketPatch, told: (count: number) => { key: MessageKey; values?: MessageValues }) {
      const done: Ticket[] = [];
      const failed: { ticket: Ticket; error: unknown }[] = [];
      for (const [at, ticket] of tickets.entries()) {
        if (tickets.length > 3) showToast({ id: 'bulk', title: say('tickets.bulk.progress', { done: at, of: tickets.length }), timeout: 0 });
        const error = await apply(ticket, patch);
        if (error) failed.push({ ticket, error });
        else done.push(ticket);
      }
      if (done.length > 0) offerBack(stepBack(done, patch), told(done.length), 'bulk');
      let id = done.length > 0 ? undefined : 'bulk';
      const tellFailed = (those: typeof failed, action: { label: string; run(): void }) => {
        if (those.length === 0) return;
        showToast({
          id,
          title: say('tickets.bulk.failed', { count: those.length }),
          lines: those.slice(0, 5).map(({ ticket, error }) => ({ link: linkTo(ticket.number), text: whyNot(error) })),
          tone: 'failed',
          action,
        });
        id = undefined;
      };
      // Of those that take an approval another try would change nothing: they are asked for, one after the other.
      const unapproved = failed.filter(({ error }) => isUnapproved(error));
      const others = failed.filter(({ error }) => !isUnapproved(error));
      tellFailed(unapproved, { label: say('approvals.ask.send'), run: () => unapproved.forEach(({ ticket, error }) => tellUnapproved(ticket.number, patch, error)) });
      tellFailed(others, { label: say('common.retry'), run: () => void changeMany(others.map(({ ticket }) => findTicket(client, ticket.number) ?? ticket), patch, told) });
    }

    return { change, changeMany };
  }, [client, me.id, names, navigate, fields, words, sayChange, sayRefused]);
}
