import { FileSize } from '@ombud/ui';
import { Download, File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo } from 'lucide-react';
import { createElement, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Attachment } from '../store/types.ts';
import { isPicture, type Picture } from './image-types.ts';
import { ImageViewer } from './image-viewer.tsx';

/** Pictures small, to be opened larger; every other file as a card that downloads it. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT();
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<number | null>(null);
  if (attachments.length === 0) return null;
  const pictures = attachments.filter((attachment) => isPicture(attachment) && !broken.has(attachment.url));
  const ordered = [...pictures, ...attachments.filter((attachment) => !pictures.includes(attachment))];
  return (
    <>
      <ul aria-label={t('tickets.attachments.label', { count: attachments.length })} className="mt-2 flex flex-wrap gap-2">
        {ordered.map((attachment, at) => (
          <li key={attachment.id} className="min-w-0 max-w-full">
            {at < pictures.length ? (
              <Thumbnail picture={attachment} onOpen={() => setOpened(attachment.id)} onBroken={() => setBroken(new Set([...broken, attachment.url]))} />
            ) : (
              <AttachmentCard attachment={attachment} />
            )}
          </li>
        ))}
      </ul>
      {opened !== null && <ImageViewer pictures={pictures} first={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** Of one size whatever the picture's own, so that nothing moves when it comes; fetched when it is near the view. */
function Thumbnail({ picture, onOpen, onBroken }: { picture: Picture; onOpen(): void; onBroken(): void }) {
  const t = useT();
  return (
    <div className="relative w-32 rounded-lg border border-line bg-pane hover:border-muted coarse:w-36">
      <button type="button" onClick={onOpen} aria-haspopup="dialog" aria-label={t('tickets.attachments.enlarge', { name: picture.name })} title={picture.name} className="block w-full cursor-zoom-in rounded-t-[7px] after:absolute after:inset-0">
        <img src={picture.url} alt="" width={128} height={88} loading="lazy" decoding="async" onError={onBroken} className="block h-22 w-full rounded-t-[7px] bg-chip object-cover coarse:h-25" />
      </button>
      <span className="flex items-baseline gap-1.5 px-2 py-1 text-small">
        <span className="min-w-0 flex-1 truncate">{picture.name}</span>
        <FileSize bytes={picture.size} className="shrink-0 text-faint" />
      </span>
    </div>
  );
}

function AttachmentCard({ attachment: { name, type, size, url } }: { attachment: Picture }) {
  const t = useT();
  return (
    <a
      href={url}
      download={name}
      title={t('tickets.attachments.download', { name })}
      className="group/file inline-flex min-h-10 max-w-full items-center gap-2 rounded-lg border border-line bg-pane py-1 pr-2.5 pl-1 text-small hover:bg-hover"
    >
      <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-md bg-chip text-muted">
        {createElement(iconOf(type), { className: 'size-4 stroke-[1.6]' })}
      </span>
      <span className="min-w-0 truncate">{name}</span>
      <FileSize bytes={size} className="shrink-0 text-faint" />
      <Download aria-hidden className="size-3.5 shrink-0 text-faint opacity-0 group-hover/file:opacity-100 group-focus-visible/file:opacity-100 coarse:opacity-100" />
    </a>
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
