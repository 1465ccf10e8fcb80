import { Button, Dialog } from '@ombud/ui';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { NewToken } from '../types.ts';

/** The only time that a token is shown; a press outside does not close it by accident. */
export function NewTokenDialog({ token, onClose }: { token: NewToken; onClose(): void }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token.token);
      setCopied(true);
    } catch {
      // The browser does not let us: the text is selected, ready for the person's own copy.
      field.current?.select();
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      noCross
      initialFocus={copyButton}
      title={t('settings.tokens.created.title')}
      description={t('settings.tokens.created.text')}
      actions={
        <Button tone="primary" onClick={onClose}>
          {t('settings.tokens.done')}
        </Button>
      }
    >
      <div className="flex gap-2 pb-1">
        <input
          ref={field}
          readOnly
          aria-label={t('settings.tokens.token')}
          value={token.token}
          onFocus={(event) => event.currentTarget.select()}
          className="h-control min-w-0 flex-1 rounded-md border border-field-line bg-sunken px-2.5 font-mono text-small"
        />
        <Button ref={copyButton} icon={copied ? <Check className="size-4 text-green" /> : <Copy className="size-4" />} onClick={() => void copy()}>
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      </div>
    </Dialog>
  );
}
