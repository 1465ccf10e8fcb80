import { Button, cx } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormProblem } from '../../../lib/form-parts.tsx';
import { sayable, useT } from '../../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { uploadTo } from '../../../lib/upload.ts';
import { importQuery } from './import-queries.ts';

/** Why a file was not taken, in the words for its kind of trouble where there are some. */
function useUploadText(): (error: unknown) => string {
  const t = useT();
  return (error) => {
    const key = error instanceof ApiProblem ? `imports.error.${error.fields[0]?.code ?? ''}` : '';
    return sayable(key) ? t(key) : problemText(error);
  };
}

/** Takes a file by a press, by dropping it, and by keyboard. */
export function UploadDrop() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const textOf = useUploadText();
  const picker = useRef<HTMLInputElement>(null);
  const [dropping, setDropping] = useState(false);
  const [busy, setBusy] = useState<{ name: string; part: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (!file || busy) return;
    setProblem(null);
    setBusy({ name: file.name, part: 0 });
    try {
      const made = await uploadTo('/api/v1/customer-imports', file, { onProgress: (part) => setBusy({ name: file.name, part }) });
      client.setQueryData(importQuery(made.id).queryKey, made);
      await navigate({ to: '/customers/imports/$id', params: { id: made.id } });
    } catch (error) {
      setProblem(textOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <section
      aria-label={t('imports.upload.label')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) && setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        void take(event.dataTransfer.files[0]);
      }}
      className={cx('flex flex-col items-center gap-3 rounded-xl border border-dashed px-6 py-10 text-center transition-colors duration-[var(--quick)]', dropping ? 'border-accent bg-accent-soft' : 'border-field-line bg-sunken')}
    >
      <FileUp aria-hidden className="size-6 stroke-[1.5] text-faint" />
      <p className="font-strong coarse:hidden">{t('imports.upload.drop')}</p>
      <Button tone="primary" busy={busy !== null} onClick={() => picker.current?.click()}>
        {busy ? t('imports.upload.busy', { name: busy.name.length > 40 ? `${busy.name.slice(0, 38)}…` : busy.name }) : t('imports.upload.choose')}
      </Button>
      <p className="text-small text-muted">{t('imports.upload.hint')}</p>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('imports.upload.label')}
        accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/tab-separated-values,text/plain,text/vcard"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <FormProblem text={problem} className="text-left" />
    </section>
  );
}
