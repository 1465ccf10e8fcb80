import { Button, Dialog } from '@ombud/ui';
import { Check, Copy } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';

/** The only time that a secret is shown; a press outside does not close it by accident. */
export function SecretDialog({ title, text, label, secret, doneLabel, onClose }: { title: string; text: ReactNode; label: string; secret: string; doneLabel: string; onClose(): void }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
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
      title={title}
      description={text}
      actions={
        <Button tone="primary" onClick={onClose}>
          {doneLabel}
        </Button>
      }
    >
      <div className="flex gap-2 pb-1">
        <input
          ref={field}
          readOnly
          aria-label={label}
          value={secret}
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
