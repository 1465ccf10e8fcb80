import { z } from 'zod';
import { cursor, id, limit, line, moment, optionalLine, page } from '../../platform/http/shapes.ts';
import { agentRef, ticketStatuses } from '../tickets/index.ts';

const day = z.iso.date().max(10);
const due = z.union([moment, day]).nullable().describe('A day such as 2026-12-01, or a moment');

export const taskShape = z
  .object({
    id,
    ticket: id.describe('The ticket’s number'),
    text: z.string(),
    assignee: agentRef.nullable(),
    due: z.string().nullable().describe('A day such as 2026-12-01, or a moment'),
    due_at: moment.nullable().describe('When it is overdue: a day is over where whoever set it was'),
    done_at: moment.nullable(),
    done_by: agentRef.nullable(),
    created_at: moment,
  })
  .meta({ id: 'Task' });

export const ownTaskShape = taskShape
  .extend({ subject: z.string(), status: z.enum(ticketStatuses), brand: z.object({ id, name: z.string(), color: z.string() }) })
  .meta({ id: 'OwnTask' });

export const addTaskBody = z.strictObject({ text: line(500), assignee: id.nullable().optional(), due: due.optional() });
export type AddTaskBody = z.infer<typeof addTaskBody>;
export const updateTaskBody = z.strictObject({
  text: line(500).optional(),
  assignee: id.nullable().optional(),
  due: due.optional(),
  done: z.boolean().optional(),
  after: id.nullable().optional().describe('Moves it behind this task of the ticket; null: to the beginning'),
});
export type UpdateTaskBody = z.infer<typeof updateTaskBody>;

export const ownTasksQuery = z.strictObject({ cursor: cursor.optional(), limit });
export const taskList = z.object({ items: z.array(taskShape) });
export const followerList = z.object({ items: z.array(agentRef) });

export const timeEntryShape = z
  .object({
    id,
    ticket: id.describe('The ticket’s number'),
    agent: agentRef,
    seconds: z.int(),
    started_at: moment,
    note: z.string(),
    measured: z.boolean().describe('By a screen; else written down by hand'),
    measured_seconds: z.int().nullable().describe('What was measured, where somebody has corrected it'),
    message: id.nullable().describe('What was written at its end'),
    created_at: moment,
  })
  .meta({ id: 'TimeEntry' });

const seconds = z.int().min(1).max(86_400);
export const addTimeBody = z.strictObject({
  seconds,
  started_at: moment.optional().describe('Without it: `seconds` ago'),
  note: optionalLine(500).optional(),
  stretch: z.string().regex(/^[A-Za-z0-9-]{8,64}$/).optional().describe('The caller’s own name of a stretch that was measured: told twice, it is one entry'),
  message: id.optional().describe('What was written at its end'),
});
export type AddTimeBody = z.infer<typeof addTimeBody>;
export const updateTimeBody = z.strictObject({ seconds: seconds.optional(), note: optionalLine(500).optional() });
export type UpdateTimeBody = z.infer<typeof updateTimeBody>;

const timeSums = { total_seconds: z.int(), agents: z.array(z.object({ agent: agentRef, seconds: z.int() })) };
export const timePage = page(timeEntryShape).extend(timeSums);
export const timeQuery = z.strictObject({ cursor: cursor.optional(), limit });

export const ticketWorkShape = z
  .object({
    followers: z.array(agentRef),
    tasks: z.array(taskShape).describe('In their order, at most 100'),
    time: z.object({ tracked: z.boolean().describe('Whether the workspace tracks time'), ...timeSums }),
  })
  .meta({ id: 'TicketWork' });

const related = z.object({
  number: id, subject: z.string(), status: z.enum(ticketStatuses), requester: z.string(), assignee: z.string().nullable(), updated_at: moment,
});
const relatedList = z.object({ items: z.array(related), more: z.boolean() });
export const relatedShape = z
  .object({
    requester: relatedList.describe('Other open tickets of who asked'),
    organization: relatedList.extend({ id, name: z.string() }).nullable().describe('Open tickets of others in the same organization'),
  })
  .meta({ id: 'RelatedTickets' });
