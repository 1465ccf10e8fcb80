import { Button, RelativeTime } from '@ombud/ui';
import { Languages, MonitorSmartphone, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import type { DraftHandle } from './use-draft.ts';

/** A text that another device saved meanwhile: nothing of it is lost. */
export function OtherVersionNotice({ draft }: { draft: DraftHandle }) {
  const t = useT();
  if (!draft.other) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line-soft bg-amber-soft px-3.5 py-1.5 text-small text-amber">
      <MonitorSmartphone aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">{t('sending.draft.other')} <RelativeTime at={draft.other.savedAt} /></span>
      <Button tone="outline" onClick={draft.takeOther}>{t('sending.draft.takeOther')}</Button>
      <Button tone="outline" onClick={draft.forgetOther}>{t('sending.draft.forgetOther')}</Button>
    </div>
  );
}

/** Another language than the customer's is often meant; it is told once, quietly, and stops nothing. */
export function LanguageHint({ written, customer, who }: { written: string | null; customer: string | null; who: string }) {
  const t = useT();
  const name = useLanguageName();
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (!written || !customer || written === customer || dismissed === written) return null;
  return (
    <p role="status" className="m-0 flex min-h-6 items-center gap-1.5 px-3.5 text-small text-muted">
      <Languages aria-hidden className="size-3.5 shrink-0 text-faint" />
      <span className="min-w-0">{t('sending.language.hint', { written: name(written), customer: name(customer), who })}</span>
      <button type="button" aria-label={t('sending.language.dismiss')} onClick={() => setDismissed(written)} className="grid size-6 min-h-target shrink-0 place-items-center rounded-sm text-faint hover:text-text">
        <X aria-hidden className="size-3" />
      </button>
    </p>
  );
}
