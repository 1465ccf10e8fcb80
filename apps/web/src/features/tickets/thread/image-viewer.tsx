import { buttonBase, buttonTones, cx, Dialog, FileSize, IconButton } from '@ombud/ui';
import { ChevronLeft, ChevronRight, Download, ImageOff } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Picture } from './image-types.ts';

/** A message's pictures one at a time, as large as the screen lets them: arrows go on and back, Esc closes. */
export function ImageViewer({ pictures, first, onClose }: { pictures: readonly Picture[]; first: number; onClose(): void }) {
  const t = useT();
  const [shown, setShown] = useState(first);
  const [failed, setFailed] = useState<number | null>(null);
  const at = Math.max(0, pictures.findIndex(({ id }) => id === shown));
  const picture = pictures[at];
  const [before, after] = [pictures[at - 1], pictures[at + 1]];

  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined;
      if (!to || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setShown(to.id);
    };
    // On its way down: a dialog keeps the arrows from everybody above it.
    window.addEventListener('keydown', turn, { capture: true });
    return () => window.removeEventListener('keydown', turn, { capture: true });
  }, [before, after]);

  if (!picture) return null;
  const position = t('tickets.viewer.position', { at: at + 1, count: pictures.length });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="screen"
      title={picture.name}
      description={<span role="status">{pictures.length > 1 ? `${position} · ` : ''}<FileSize bytes={picture.size} /></span>}
      actions={
        <>
          {pictures.length > 1 && (
            <span className="mr-auto flex gap-1">
              <Step label={t('tickets.viewer.previous')} icon={<ChevronLeft />} keys="left" to={before} onGo={setShown} />
              <Step label={t('tickets.viewer.next')} icon={<ChevronRight />} keys="right" to={after} onGo={setShown} />
            </span>
          )}
          <a href={picture.url} download={picture.name} className={cx(buttonBase, buttonTones.outline)}>
            <Download aria-hidden className="size-4" />
            {t('tickets.viewer.download')}
          </a>
        </>
      }
    >
      <div className="flex h-full items-center justify-center">
        {failed === picture.id ? (
          <p className="flex items-center gap-2 text-muted">
            <ImageOff aria-hidden className="size-4 shrink-0" />
            {t('tickets.viewer.failed')}
          </p>
        ) : (
          // Pictures with holes stand on a quiet ground in either theme.
          <img key={picture.id} src={picture.url} alt={picture.name} decoding="async" onError={() => setFailed(picture.id)} className="max-h-full max-w-full rounded-md bg-sunken object-contain" />
        )}
      </div>
    </Dialog>
  );
}

/** At either end it stays, so that the focus does, but it does nothing. */
function Step({ label, icon, keys, to, onGo }: { label: string; icon: ReactNode; keys: string; to: Picture | undefined; onGo(id: number): void }) {
  return <IconButton label={label} icon={icon} keys={keys} side="top" tone="outline" aria-disabled={to === undefined || undefined} onClick={() => to && onGo(to.id)} className="aria-disabled:opacity-55" />;
}
