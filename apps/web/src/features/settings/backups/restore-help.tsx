import { Button } from '@ombud/ui';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { Section } from '../parts/page.tsx';
import type { Backup, BackupPlan } from '../types.ts';

/** The words to restore by, with the newest backup filled in. */
export function RestoreHelp({ plan, newest }: { plan: BackupPlan; newest: Backup | null }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const command = `OMBUD_DATA_DIR=./restored npm run ombud -- backup restore --from '${newest?.folder ?? `${plan.folder}/ombud-…`}'`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(command);
      setCopied(true);
    } catch {
      // The browser does not let us: the text is selected, ready for the person's own copy.
      field.current?.select();
    }
  }

  return (
    <Section title={t('backups.restore.title')} hint={t('backups.restore.text')}>
      <div className="flex flex-wrap items-start gap-2">
        <textarea
          ref={field}
          readOnly
          rows={2}
          aria-label={t('backups.restore.command')}
          value={command}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 basis-72 resize-none rounded-md border border-field-line bg-sunken px-2.5 py-1.5 font-mono text-small [field-sizing:content] [overflow-wrap:anywhere]"
        />
        <Button icon={copied ? <Check className="size-4 text-green" /> : <Copy className="size-4" />} onClick={() => void copy()}>
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      </div>
      <p className="mt-3 max-w-prose text-muted">{t(plan.secret_included ? 'backups.restore.secretIn' : 'backups.restore.secretOut')}</p>
    </Section>
  );
}
