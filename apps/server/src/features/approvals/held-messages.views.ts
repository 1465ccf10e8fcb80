import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { writtenText, linkerFor, toAttachment } from '../tickets/index.ts';
import type { ApprovalChange, heldMessageShape } from './approvals.schemas.ts';
import { readHeldFiles } from './held-messages.queries.ts';
import type { RequestRow } from './requests.queries.ts';
import { heldPart } from './send-held.command.ts';

export type HeldMessages = ReadonlyMap<number, z.input<typeof heldMessageShape>>;

/** What goes out by these requests, to be read by whoever answers; `whole`: with its layout. */
export async function heldMessages(context: Context, actor: AgentActor, rows: readonly RequestRow[], { whole = false } = {}): Promise<HeldMessages> {
  const ids = rows.flatMap(({ seen }) => seen.mail?.files ?? []);
  const files = await readHeldFiles(context.db, actor.scope.workspaceId, [...new Set(ids)]);
  const linker = linkerFor(context, actor);
  return new Map(rows.flatMap((row) => {
    const [part, mail] = [heldPart(row.change), row.seen.mail];
    const body = part && row.change[part];
    if (!part || !body || !mail) return [];
    const written = whole && body.html?.trim() ? safely(body.html) : null;
    return [[row.id, {
      kind: part,
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      bcc: (body.bcc ?? []).map(({ email, name = '' }) => ({ address: email, name })),
      subject: mail.subject,
      text: mail.text,
      html: written?.html ?? null,
      attachments: mail.files.flatMap((id) => {
        const file = files.get(id);
        const cid = written?.inline.get(id) ?? null;
        return file ? [toAttachment({ ...file, inline: cid !== null, content_id: cid }, linker)] : [];
      }),
      quoted: row.change.forward?.quote ?? [],
      send_at: body.send_at ?? null,
    }] as const];
  }));
}

/** As it goes out: cleaned. A forward may have nothing to say. */
function safely(html: string) {
  try {
    return writtenText({ html });
  } catch {
    return null;
  }
}

/** The change without the words of its message, which are read beside it. */
export function wordless({ reply, forward, write_aside: aside, ...change }: ApprovalChange): ApprovalChange {
  const without = <Body extends { text?: string | undefined; html?: string | undefined }>({ text: _text, html: _html, ...body }: Body) => body;
  return { ...change, ...(reply && { reply: without(reply) }), ...(forward && { forward: without(forward) }), ...(aside && { write_aside: without(aside) }) };
}
