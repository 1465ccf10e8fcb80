import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { say } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { missingToSolve, useAllFields } from '../../fields/index.ts';
import { tellMissing } from '../actions/missing.ts';
import { useTicketActions } from '../actions/use-ticket-actions.ts';
import { wrapUpFirst } from '../wrap-up/ask-wrap-up.ts';
import { askFirst } from '../guidelines/ask-first.ts';
import type { Ticket, TicketPatch } from '../store/types.ts';

export type HeaderMenu = 'priority' | 'assignee' | 'tags' | 'snooze';

/** What can be done to the ticket that is open, by button, menu or key. `onLeave` goes on to the next one. */
export function useTicketControls(ticket: Ticket, onLeave: () => void) {
  const client = useQueryClient();
  const me = useMe().agent;
  const { change } = useTicketActions();
  const fields = useAllFields();
  const [openMenu, setOpenMenu] = useState<HeaderMenu | null>(null);
  const [merging, setMerging] = useState(false);

  return useMemo(() => {
    const number = `#${ticket.number}`;
    const set = (patch: TicketPatch) => void change(ticket, patch);
    const away = (patch: TicketPatch, key: 'tickets.done.solved' | 'tickets.done.spam' | 'tickets.done.trash' | 'tickets.done.restored' | 'work.done.snoozed') => {
      onLeave();
      void change(ticket, patch, { wrapped: true, told: { key, values: { number } } });
    };
    return {
      set,
      isMine: ticket.assignee?.id === me.id,
      take: () => set({ assignee: me.id }),
      pend: () => set({ status: 'pending' }),
      solveAndNext: () => {
        if (ticket.status === 'solved' || ticket.status === 'closed') return onLeave();
        // Whoever is about to leave is told before they have.
        const missing = missingToSolve(fields, ticket);
        if (missing.length > 0) return tellMissing(ticket.number, missing.map(({ key }) => key));
        const solve = () => away({ status: 'solved' }, 'tickets.done.solved');
        const wrapUp = () => {
          const wrapped = wrapUpFirst(client, ticket, 'solved');
          if (!wrapped) return solve();
          void wrapped.then((goesOn) => goesOn && solve());
        };
        const asked = askFirst(client, me.id, ticket, 'solved');
        if (!asked) return wrapUp();
        void asked.then((goesOn) => goesOn && wrapUp());
      },
      /** A moment, `reply`, or null to wake it; what is snoozed is left for the next one. */
      snooze: (until: string | null) => (until === null ? void change(ticket, { snoozed_until: null }, { told: { key: 'work.done.woken', values: { number } } }) : away({ snoozed_until: until }, 'work.done.snoozed')),
      spam: () => (ticket.folder === 'spam' ? away({ folder: 'inbox' }, 'tickets.done.restored') : away({ folder: 'spam' }, 'tickets.done.spam')),
      trash: () => away({ folder: 'trash' }, 'tickets.done.trash'),
      restore: () => away({ folder: 'inbox' }, 'tickets.done.restored'),
      setTags: ({ add, remove }: { add: string[]; remove: string[] }) => set({ ...(add.length > 0 && { add_tags: add }), ...(remove.length > 0 && { remove_tags: remove }) }),
      copyLink: () => {
        void navigator.clipboard.writeText(`${location.origin}/inbox/all/${ticket.number}`).then(() => toastDone(say('tickets.done.linkCopied', { number })));
      },
      move: (brand: number) => void change(ticket, { brand }, { told: { key: 'tickets.done.moved', values: { number } } }),
      merging,
      openMerge: () => setMerging(true),
      closeMerge: () => setMerging(false),
      openMenu: setOpenMenu,
      menu: (name: HeaderMenu) => ({ open: openMenu === name, onOpenChange: (open: boolean) => setOpenMenu(open ? name : null) }),
    };
  }, [client, ticket, me.id, change, fields, onLeave, openMenu, merging]);
}

export type TicketControls = ReturnType<typeof useTicketControls>;
