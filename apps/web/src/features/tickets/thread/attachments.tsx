import { FileSize } from '@ombud/ui';
import { Download, File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo } from 'lucide-react';
import { createElement, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Attachment } from '../store/types.ts';

/** Only these are shown by the browser itself; anything else, SVG among it, is a download. */
const previewable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
const largestPreview = 15_000_000;

export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT();
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t('tickets.attachments.label', { count: attachments.length })} className="mt-2 flex flex-wrap gap-2">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="min-w-0 max-w-full">
          <AttachmentCard attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

export function AttachmentCard({ attachment }: { attachment: Pick<Attachment, 'name' | 'type' | 'size' | 'url'> }) {
  const t = useT();
  return (
    <a
      href={attachment.url}
      download={attachment.name}
      title={t('tickets.attachments.download', { name: attachment.name })}
      className="group/file inline-flex min-h-10 max-w-full items-center gap-2 rounded-lg border border-line bg-pane py-1 pr-2.5 pl-1 text-small hover:bg-hover"
    >
      <Preview attachment={attachment} />
      <span className="min-w-0 truncate">{attachment.name}</span>
      <FileSize bytes={attachment.size} className="shrink-0 text-faint" />
      <Download aria-hidden className="size-3.5 shrink-0 text-faint opacity-0 group-hover/file:opacity-100 group-focus-visible/file:opacity-100 coarse:opacity-100" />
    </a>
  );
}

function Preview({ attachment: { type, size, url } }: { attachment: Pick<Attachment, 'type' | 'size' | 'url'> }) {
  const [broken, setBroken] = useState(false);
  if (previewable.has(type) && size <= largestPreview && url && !broken) {
    return <img src={url} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} className="size-8 shrink-0 rounded-md bg-chip object-cover" />;
  }
  return (
    <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-md bg-chip text-muted">
      {createElement(iconOf(type), { className: 'size-4 stroke-[1.6]' })}
    </span>
  );
}

function iconOf(type: string) {
  if (type.startsWith('image/')) return FileImage;
  if (type.startsWith('audio/')) return FileAudio;
  if (type.startsWith('video/')) return FileVideo;
  if (/zip|compressed|x-tar|x-7z|rar/.test(type)) return FileArchive;
  if (/spreadsheet|excel|csv/.test(type)) return FileSpreadsheet;
  return /^text\/|pdf|word|document/.test(type) ? FileText : File;
}
