import { Button } from '@ombud/ui';
import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { toastDone } from '../../lib/toasts.ts';

/** The only time that they are shown. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser does not let us; they can be selected and saved.
      toastDone(t('people.recovery.byHand'));
    }
  }

  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'ombud-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('people.recovery.text')}</p>
      <ul aria-label={t('people.recovery.title')} className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-x-4 gap-y-1 rounded-md bg-sunken px-3 py-2.5 font-mono text-small">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={copied ? <Check className="size-4 text-green" /> : <Copy className="size-4" />} onClick={() => void copy()}>
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
        <Button icon={<Download className="size-4" />} onClick={save}>
          {t('people.recovery.save')}
        </Button>
      </div>
    </div>
  );
}
