import { isPermanent, statusIn } from './bounce-text.ts';
import type { FailedRecipient } from './bounce-text.ts';

/** The fields of a delivery status (RFC 3464 §2) or feedback report (RFC 5965 §3), group by group. */
export type ReportGroup = Map<string, string[]>;

export function reportGroups(text: string): ReportGroup[] {
  const groups: ReportGroup[] = [];
  let group: ReportGroup = new Map();
  let last: string[] | null = null;
  const close = (): void => {
    if (group.size > 0 && groups.length < 500) groups.push(group);
    group = new Map();
    last = null;
  };
  for (const line of text.slice(0, 500_000).split(/\r?\n/)) {
    if (line.trim() === '') close();
    else if (/^[ \t]/.test(line) && last) last[last.length - 1] += ` ${line.trim()}`;
    else {
      const field = /^([a-z][a-z0-9-]{1,60})[ \t]*:(.*)$/i.exec(line.slice(0, 4000));
      if (!field) {
        last = null;
        continue;
      }
      const name = field[1]!.toLowerCase();
      // Some systems write one group after another without a blank line.
      if (name === 'final-recipient' && group.has(name)) close();
      last = group.get(name) ?? [];
      last.push(field[2]!.trim());
      group.set(name, last);
    }
  }
  close();
  return groups;
}

/** `rfc822;user@example.com` without its type, brackets and old source route. */
function typedAddress(value: string | undefined): string | null {
  if (!value) return null;
  const semicolon = value.indexOf(';');
  const address = value
    .slice(semicolon + 1)
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^@[^:]{1,255}:/, '')
    .replace(/\s*\([^)]{0,200}\)$/, '');
  return /^[^\s@|/]{1,320}@[^\s@]{1,255}$/.test(address) ? address : null;
}

export type StatusReport = { recipients: FailedRecipient[]; actions: string[]; envelopeId: string | null };

export function readDeliveryStatus(text: string): StatusReport {
  const recipients: FailedRecipient[] = [];
  const actions: string[] = [];
  let envelopeId: string | null = null;
  for (const group of reportGroups(text)) {
    const first = (name: string): string | undefined => group.get(name)?.[0];
    envelopeId ??= first('original-envelope-id') ?? null;
    const named = first('final-recipient') ?? first('original-recipient');
    if (named === undefined && first('action') === undefined) continue;
    const action = (first('action') ?? '').toLowerCase().split(/[^a-z]/)[0]!;
    actions.push(action);
    if (action === 'delivered' || action === 'relayed' || action === 'expanded') continue;
    const original = typedAddress(first('original-recipient'));
    const final = typedAddress(first('final-recipient'));
    const diagnostic =
      (first('diagnostic-code') ?? '')
        .replace(/^[a-z0-9-]{1,20}\s?;\s?/i, '')
        .trim()
        .slice(0, 500) || null;
    const declared = statusIn(first('status') ?? '');
    // x.0.0 says nothing; the remote server's own words are better where it has some.
    const status = declared && !/^[45]\.0\.0$/.test(declared) ? declared : (diagnostic && statusIn(diagnostic)) || declared;
    // The address as we wrote it, where the report tells it: that is the one we can mark.
    const address = original ?? final;
    if (address && !recipients.some((r) => r.address.toLowerCase() === address.toLowerCase())) {
      recipients.push({ address, status, diagnostic, permanent: action !== 'delayed' && isPermanent(status, diagnostic ?? '') });
    }
  }
  return { recipients, actions, envelopeId };
}
