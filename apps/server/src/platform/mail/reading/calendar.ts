import { oneLine } from './encoded-words.ts';
import type { Invitation } from './mail.types.ts';

/** What an invitation says to a reader (RFC 5545); the file itself stays an attachment. */
export function readInvitations(calendar: string, max = 10): Invitation[] {
  const lines = calendar
    .slice(0, 500_000)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const found: Invitation[] = [];
  let method: string | null = null;
  let event: Invitation | null = null;
  let nested = 0;
  for (const line of lines) {
    const colon = valueStart(line);
    if (colon < 0) continue;
    const [name = '', ...params] = line.slice(0, colon).split(';');
    const value = line.slice(colon + 1);
    const key = name.toUpperCase();
    if (key === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = { summary: '', start: null, end: null, timeZone: null, location: null, organizer: null, method };
    else if (key === 'BEGIN' && event)
      nested++; // alarms have fields of their own
    else if (key === 'END' && event && nested > 0) nested--;
    else if (key === 'END' && event) {
      if (found.length < max) found.push(event);
      event = null;
    } else if (key === 'METHOD') method = oneLine(value).trim().toUpperCase().slice(0, 20);
    else if (event && nested === 0) setField(event, key, params, value);
  }
  return found.map((invitation) => ({ ...invitation, method }));
}

function valueStart(line: string): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') quoted = !quoted;
    else if (line[i] === ':' && !quoted) return i;
  }
  return -1;
}

function param(params: string[], name: string): string | null {
  const found = params.find((p) => p.toUpperCase().startsWith(`${name}=`));
  return found ? found.slice(name.length + 1).replace(/^"|"$/g, '') : null;
}

function plain(value: string): string {
  return oneLine(value.replace(/\\[nN]/g, ' ').replace(/\\([\\;,])/g, '$1'))
    .trim()
    .slice(0, 500);
}

function when(value: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value.trim());
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return match[4] ? `${day}T${match[4]}:${match[5]}:${match[6]}${match[7]}` : day;
}

function setField(event: Invitation, key: string, params: string[], value: string): void {
  if (key === 'SUMMARY') event.summary = plain(value);
  else if (key === 'LOCATION') event.location = plain(value) || null;
  else if (key === 'DTSTART') {
    event.start = when(value);
    event.timeZone = param(params, 'TZID');
  } else if (key === 'DTEND') event.end = when(value);
  else if (key === 'ORGANIZER') {
    const address = value.replace(/^mailto:/i, '').trim();
    const name = param(params, 'CN');
    event.organizer = oneLine(name && name !== address ? `${name} <${address}>` : address).slice(0, 300) || null;
  }
}
