import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import { nameInLink } from './file-names.ts';

const goodFor = 60 * 60;
// Links of the same five minutes are equal, so a browser keeps the picture that it has.
const step = 5 * 60;

export type LinkedFile = { workspaceId: number; fileId: number };

const signedText = (file: LinkedFile, expires: number) => `${file.workspaceId}/${file.fileId}/${expires}`;

/** A signed link, relative to the public address; good for 60 to 65 minutes and needs no login. */
export function fileUrl(sealer: Sealer, clock: Clock, file: LinkedFile & { name: string }): string {
  const expires = Math.ceil(clock.now().getTime() / 1000 / step) * step + goodFor;
  const query = new URLSearchParams({ w: String(file.workspaceId), e: String(expires), s: sealer.sign('file', signedText(file, expires)) });
  return `/files/${file.fileId}/${nameInLink(file.name)}?${query.toString()}`;
}

/** False for a forged link and for one whose time is over (`expires` in seconds since 1970). */
export function isGoodLink(sealer: Sealer, clock: Clock, file: LinkedFile, expires: number, signature: string): boolean {
  return sealer.verify('file', signedText(file, expires), signature) && expires * 1000 > clock.now().getTime();
}
