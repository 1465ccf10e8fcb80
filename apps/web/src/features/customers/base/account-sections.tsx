import { Button, Chip, IconButton } from '@ombud/ui';
import { CalendarClock, Pencil, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMay } from '../../../lib/session.ts';
import { SideSection } from '../profile-frame.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AccountNames } from './account-names.tsx';
import type { Account, NextContact } from './base-queries.ts';
import { useToday } from './days.ts';
import { NextContactDialog } from './next-contact-dialog.tsx';
import type { Looked } from './use-save-looked.ts';

/** On the page of a customer or an organization: who looks after them, and when we are next to be in touch. */
export function AccountSections({ of, name, account, next }: { of: Looked; name: string; account: Account | null; next: NextContact | null }) {
  const t = useT();
  const formats = useFormats();
  const today = useToday();
  const may = useMay('customers.write');
  const [open, setOpen] = useState<'account' | 'next' | null>(null);
  const own = account?.from === of.kind ? account : null;
  useCommands([
    { id: 'base.account', label: 'base.account', group: 'ticket', icon: <UserRoundCheck />, enabled: may, run: () => setOpen('account') },
    { id: 'base.next', label: 'base.next', group: 'ticket', icon: <CalendarClock />, enabled: may, run: () => setOpen('next') },
  ]);
  const edit = (what: 'account' | 'next', label: string) => may && <IconButton label={label} icon={<Pencil />} onClick={() => setOpen(what)} />;
  return (
    <>
      <SideSection title={t('base.account')} action={account && edit('account', t('base.account.edit'))}>
        {account ? <AccountNames account={account} showsOrigin={of.kind === 'customer'} /> : may ? <Button onClick={() => setOpen('account')}>{t('base.account.add')}</Button> : <p className="text-faint">{t('base.account.none')}</p>}
      </SideSection>
      <SideSection title={t('base.next')} action={next && edit('next', t('base.next.edit'))}>
        {next ? (
          <>
            <p className="flex flex-wrap items-center gap-2">
              {formats.day(next.on)}
              {next.on <= today && <Chip tone={next.on < today ? 'red' : 'amber'}>{t(next.on < today ? 'base.next.overdue' : 'base.next.today')}</Chip>}
            </p>
            {next.note && <p className="mt-0.5 text-muted [overflow-wrap:anywhere]">{next.note}</p>}
          </>
        ) : may ? <Button onClick={() => setOpen('next')}>{t('base.next.add')}</Button> : <p className="text-faint">{t('base.next.none')}</p>}
      </SideSection>
      {open === 'account' && <AccountDialog of={of} name={name} account={own} onClose={() => setOpen(null)} />}
      {open === 'next' && <NextContactDialog of={of} name={name} next={next} onClose={() => setOpen(null)} />}
    </>
  );
}
