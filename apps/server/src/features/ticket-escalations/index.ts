export { endEscalations } from './end-escalations.queries.ts';
export { escalationSaid, escalationWords, type EscalationWords } from './escalation-words.queries.ts';
