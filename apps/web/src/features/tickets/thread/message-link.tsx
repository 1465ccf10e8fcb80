import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { messageHash } from './use-sought-message.ts';

/** Leads to a message of the ticket on the screen, and marks it. */
export function MessageLink({ message, children }: { message: number; children: ReactNode }) {
  const t = useT();
  return (
    <Link to="." search={true} hash={messageHash(message)} replace resetScroll={false} hashScrollIntoView={false} title={t('escalations.source')} className="block min-h-target rounded-sm underline decoration-dotted underline-offset-[3px] hover:decoration-solid">
      {children}
    </Link>
  );
}
