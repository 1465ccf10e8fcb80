import { crc32, deflateSync } from 'node:zlib';
import type { AttachmentKey } from './plan.types.ts';

/** Small real files, drawn and written here. */
export function makeAttachment(key: AttachmentKey): { name: string; type: string; content: Uint8Array } {
  switch (key) {
    case 'photo-shade': return { name: 'IMG_2041.png', type: 'image/png', content: lampPicture({ crack: true, lean: 0 }) };
    case 'photo-foot': return { name: 'IMG_2057.png', type: 'image/png', content: lampPicture({ crack: false, lean: 0.22 }) };
    case 'confirmation': return { name: 'transfer-confirmation.pdf', type: 'application/pdf', content: pdf(['Sundbanken', 'Confirmation of transfer', '', 'We confirm that the transfer named in our message has been', 'carried out and booked with the receiving bank.', '', 'This document is valid without a signature.']) };
    case 'speedtest': return { name: 'speedtest.txt', type: 'text/plain', content: Buffer.from('time      down Mbit/s  up Mbit/s  ping ms\n19:02     41.2         9.1        38\n20:15     37.8         8.7        44\n21:40     39.5         9.0        41\n') };
  }
}

const width = 360;
const height = 270;

/** A table lamp before a wall; the picture that a telephone would have taken. */
function lampPicture({ crack, lean }: { crack: boolean; lean: number }): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colorAt(x, y, crack, lean), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))]);
}

function colorAt(x: number, y: number, crack: boolean, lean: number): [number, number, number] {
  const middle = width / 2 + (height - y) * lean;
  const away = Math.abs(x - middle);
  if (y > 60 && y < 140 && away < 35 + (y - 60) * 0.5) {
    if (crack && Math.abs(x - middle - 12 * Math.sin(y / 7) - 8) < 1.6) return [70, 48, 40];
    return [244 - Math.round(away / 2), 214 - Math.round(away / 2), 150];
  }
  if (y >= 140 && y < 225 && away < 5) return [88, 76, 66];
  if (y >= 225 && y < 238 && away < 48) return [74, 63, 55];
  if (y >= 232) return [150 - Math.round((y - 232) / 2), 118, 88];
  const glow = Math.max(0, 60 - Math.hypot(x - middle, y - 110) / 3);
  return [Math.min(255, 186 + Math.round(glow)), Math.min(255, 188 + Math.round(glow * 0.8)), 182];
}

/** PNG (W3C), section 5.3: length, type, data, CRC of type and data. */
function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One page of text (ISO 32000-1, section 7.5). */
function pdf(lines: string[]): Uint8Array {
  const text = `BT /F1 13 Tf 72 740 Td 20 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}
