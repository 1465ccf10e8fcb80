import { FileSize } from '@ombud/ui';
import { Paperclip, RotateCcw, X } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { DraftFile } from './draft-content.ts';
import type { Upload } from './use-uploads.ts';

export interface ComposerFilesProps {
  files: readonly DraftFile[];
  uploads: readonly Upload[];
  onRemove(file: DraftFile): void;
  onCancel(key: number): void;
  onRetry(upload: Upload): void;
}

export function ComposerFiles({ files, uploads, onRemove, onCancel, onRetry }: ComposerFilesProps) {
  const t = useT();
  const formats = useFormats();
  if (files.length + uploads.length === 0) return null;
  return (
    <ul aria-label={t('composer.files.label')} className="flex flex-wrap gap-1.5 px-3 pb-2">
      {files.map((file) => (
        <li key={file.id} className="inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-md border border-line bg-pane pl-2 text-small">
          <Paperclip aria-hidden className="size-3.5 shrink-0 text-faint" />
          <span className="truncate">{file.name}</span>
          <FileSize bytes={file.size} className="shrink-0 text-faint" />
          <RemoveButton label={t('composer.files.remove', { name: file.name })} onClick={() => onRemove(file)} />
        </li>
      ))}
      {uploads.map((upload) => (
        <li key={upload.key} className="relative inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 overflow-hidden rounded-md border border-line bg-pane pl-2 text-small">
          <span className="truncate">{upload.file.name}</span>
          {upload.error ? (
            <>
              <span role="alert" className="truncate text-red">{upload.error}</span>
              {!upload.final && (
                <button type="button" aria-label={t('common.retry')} onClick={() => onRetry(upload)} className="grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-text">
                  <RotateCcw className="size-3.5" />
                </button>
              )}
            </>
          ) : (
            <span role="progressbar" aria-label={t('composer.files.uploading', { name: upload.file.name })} aria-valuenow={Math.round(upload.progress * 100)} className="tabular shrink-0 text-faint">
              {formats.number(Math.round(upload.progress * 100))} %
            </span>
          )}
          <RemoveButton label={t('composer.files.remove', { name: upload.file.name })} onClick={() => onCancel(upload.key)} />
          {!upload.error && <span aria-hidden style={{ width: `${upload.progress * 100}%` }} className="absolute bottom-0 left-0 h-0.5 bg-accent transition-[width] duration-[var(--quick)]" />}
        </li>
      ))}
    </ul>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" aria-label={label} onClick={onClick} className="grid size-7 shrink-0 place-items-center rounded-sm text-faint hover:text-text">
      <X className="size-3.5" />
    </button>
  );
}
