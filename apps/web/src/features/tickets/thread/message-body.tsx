import { Ellipsis, ImageOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { Message } from '../store/types.ts';
import { beginningOfHtml } from './beginning.ts';
import { chooseBody, hasQuotedText, quotedPart, type Body } from './choose-body.ts';
import { makeMailDocument } from './mail-document.ts';
import { MailFrame } from './mail-frame.tsx';
import { PlainText } from './plain-text.tsx';
import { RichText } from './rich-text.tsx';
import { ShowAll } from './show-all.tsx';

/** What a message says: the new part first, the rest folded, of a very long one the beginning, remote images only when asked. */
export function MessageBody({ message, chosen }: { message: Message; chosen: Body | null }) {
  const t = useT();
  const [showRemote, setShowRemote] = useState(false);
  const [showQuote, setShowQuote] = useState(false);
  const [whole, setWhole] = useState(false);
  const formats = useFormats();
  // What we passed on holds somebody else's mail, so it goes into the frame too.
  const outside = message.author.type !== 'agent' || (message.html?.includes('class="gmail_quote"') ?? false);
  const html = useMemo(() => (message.html ? (whole ? { shown: message.html, cut: false } : beginningOfHtml(message.html)) : null), [message.html, whole]);
  const mail = useMemo(
    () => (html && outside ? makeMailDocument(html.shown, message.attachments, showRemote, t('tickets.images.held')) : null),
    [html, message.attachments, outside, showRemote, t],
  );
  const body = chosen ?? chooseBody(message, mail);

  const rest = html?.cut && message.html && <ShowAll onShow={() => setWhole(true)}>{t('tickets.message.wholeMail', { size: formats.fileSize(new Blob([message.html]).size) })}</ShowAll>;

  if (body === 'rich' && html) {
    return (
      <>
        <RichText html={html.shown} attachments={message.attachments} />
        {rest}
      </>
    );
  }
  if (body === 'mail' && mail) {
    return (
      <>
        {mail.remoteImages > 0 && !showRemote && (
          <p className="mt-1 mb-1.5 flex flex-wrap items-center gap-x-2 text-small text-muted">
            <ImageOff aria-hidden className="size-3.5 text-faint" />
            {t('tickets.images.blocked', { count: mail.remoteImages })}
            <button type="button" onClick={() => setShowRemote(true)} className="min-h-target font-strong text-accent-text underline-offset-2 hover:underline">
              {t('tickets.images.show')}
            </button>
          </p>
        )}
        <MailFrame id={String(message.id)} document={mail} showQuote={showQuote} />
        {rest}
        {mail.hasQuote && <QuoteButton open={showQuote} onToggle={() => setShowQuote(!showQuote)} />}
      </>
    );
  }
  const quoted = hasQuotedText(message);
  const shown = message.reply_text.trim() || message.text;
  return (
    <>
      {shown.trim() === '' ? <p className="text-faint">{t('tickets.message.empty')}</p> : <PlainText text={shown.trim()} />}
      {quoted && <QuoteButton open={showQuote} onToggle={() => setShowQuote(!showQuote)} />}
      {quoted && showQuote && <PlainText text={quotedPart(message)} className="mt-1 border-l-2 border-line pl-3 text-muted" />}
    </>
  );
}

function QuoteButton({ open, onToggle }: { open: boolean; onToggle(): void }) {
  const t = useT();
  return (
    <button type="button" aria-expanded={open} onClick={onToggle} className="mt-1 flex min-h-target items-center gap-1.5 rounded-sm text-small text-faint hover:text-text">
      <Ellipsis aria-hidden className="size-3.5" />
      {open ? t('tickets.message.hideQuote') : t('tickets.message.quote')}
    </button>
  );
}
