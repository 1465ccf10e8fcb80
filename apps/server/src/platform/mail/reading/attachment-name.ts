import { oneLine } from './encoded-words.ts';

/** File name endings for parts that came without a name. */
const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'application/zip': 'zip',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'application/pgp-signature': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
};
const reportNames: Record<string, string> = {
  'message/delivery-status': 'delivery-status.txt',
  'text/rfc822-headers': 'message-headers.txt',
  'message/feedback-report': 'feedback-report.txt',
};

/** A name as data: the last path segment, without control and direction characters, without leading dots, at most 180 characters, ending kept. */
export function safeFileName(name: string | null, type: string, number: number): string {
  const segment =
    oneLine((name ?? '').normalize('NFC'))
      .split(/[\\/]/)
      .pop() ?? '';
  const clean = segment
    .replace(/[<>:"|?*\u0000-\u001f]/g, '_')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean) {
    if (clean.length <= 180) return clean;
    const dot = clean.lastIndexOf('.');
    const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
    return [...clean].slice(0, 170 - ending.length).join('') + ending;
  }
  if (reportNames[type]) return reportNames[type];
  const ending = endings[type];
  return `${type.startsWith('image/') ? 'image' : type.startsWith('message/rfc822') ? 'message' : 'attachment'}-${number}${ending ? `.${ending}` : ''}`;
}
