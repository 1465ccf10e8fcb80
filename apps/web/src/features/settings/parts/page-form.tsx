import { Button, Dialog } from '@ombud/ui';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useId, type ReactNode } from 'react';
import type { EditForm } from '../../../lib/edit-form.ts';
import { useSubmit } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';

/** A form on a page of settings. Whoever leaves what they have changed is asked first. */
export function PageForm<Values>({ form, className, children }: { form: EditForm<Values>; className?: string; children: ReactNode }) {
  const element = useSubmit(form);
  return (
    <form {...element} className={className}>
      {children}
      <AskBeforeLeaving dirty={form.dirty} />
    </form>
  );
}

/** Forms of the page with something unsaved; the first one asks for all. */
const unsaved = new Set<string>();

function AskBeforeLeaving({ dirty }: { dirty: boolean }) {
  const t = useT();
  const id = useId();
  useEffect(() => {
    if (dirty) unsaved.add(id);
    return () => void unsaved.delete(id);
  }, [dirty, id]);
  // Set-up has its steps in the address.
  const stepOf = ({ search }: { search: object }) => ('step' in search ? search.step : undefined);
  const leaving = useBlocker({ shouldBlockFn: ({ current, next }) => dirty && (current.pathname !== next.pathname || stepOf(current) !== stepOf(next)) && [...unsaved][0] === id, enableBeforeUnload: () => dirty, withResolver: true });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog
      open
      onOpenChange={leaving.reset}
      title={t('settings.leave.title')}
      width="narrow"
      actions={
        <>
          <Button tone="plain" onClick={leaving.reset}>
            {t('settings.leave.stay')}
          </Button>
          <Button tone="danger" onClick={leaving.proceed}>
            {t('settings.leave.go')}
          </Button>
        </>
      }
    >
      <p className="text-muted">{t('settings.leave.text')}</p>
    </Dialog>
  );
}
