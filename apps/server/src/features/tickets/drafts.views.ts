import type { z } from 'zod';
import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { detectLanguage } from '../../platform/mail/reading/language.ts';
import type { DraftRow } from './drafts.queries.ts';
import type { draftShape } from './tickets.schemas.ts';
import { toAttachment, type Linker } from './tickets.views.ts';

/** As much of a text as its language is judged by. */
const enough = 20_000;

export function toDraft({ replaced_attachments, replaced, ...row }: DraftRow, linker: Linker): z.input<typeof draftShape> {
  return {
    ...row,
    language: detectLanguage(htmlToText(row.html.slice(0, enough))),
    attachments: (row.attachments ?? []).map((attachment) => toAttachment(attachment, linker)),
    replaced: replaced && { ...replaced, updated_at: new Date(replaced.updated_at).toISOString(), attachments: (replaced_attachments ?? []).map((attachment) => toAttachment(attachment, linker)) },
    updated_at: row.updated_at.toISOString(),
  };
}
