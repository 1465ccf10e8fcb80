import { isLanguage, languageNames, languages, type Language } from '@ombud/i18n';
import { Button, buttonBase, buttonTones, cx, Dialog, SelectField, Switch } from '@ombud/ui';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { TimeZoneField } from '../../settings/parts/time-zone-field.tsx';
import { caseFileOf } from './case-file-store.ts';

/** What goes into the case file, and in which form it is wanted. */
export function CaseFileDialog({ number }: { number: number }) {
  const t = useT();
  const { agent } = useMe();
  const [notes, setNotes] = useState(true);
  const [zone, setZone] = useState(agent.time_zone);
  const [language, setLanguage] = useState<Language>(isLanguage(agent.language) ? agent.language : 'en');
  const close = () => caseFileOf.set(null);
  const address = (format: 'pdf' | 'json' | 'html') => `/api/v1/tickets/${number}/case-file?${new URLSearchParams({ format, notes: String(notes), zone, language }).toString()}`;

  function print() {
    const page = window.open(address('html'), '_blank');
    page?.addEventListener('load', () => page.print());
    close();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('bulk.case.title', { number: `#${number}` })}
      description={t('bulk.case.lead')}
      actions={
        <>
          <a href={address('json')} download onClick={close} className={cx(buttonBase, buttonTones.outline)}>
            <Download aria-hidden className="size-4" />
            {t('bulk.case.json')}
          </a>
          <Button icon={<Printer aria-hidden className="size-4" />} onClick={print}>{t('bulk.case.print')}</Button>
          <a href={address('pdf')} download onClick={close} className={cx(buttonBase, buttonTones.primary)}>
            <Download aria-hidden className="size-4" />
            {t('bulk.case.pdf')}
          </a>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Switch label={t('bulk.case.notes')} hint={t('bulk.case.notes.hint')} checked={notes} onCheckedChange={setNotes} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField<Language> label={t('bulk.case.language')} value={language} choices={languages.map((each) => ({ value: each, label: languageNames[each] }))} onChange={setLanguage} />
          <TimeZoneField value={zone} onChange={setZone} />
        </div>
      </div>
    </Dialog>
  );
}
