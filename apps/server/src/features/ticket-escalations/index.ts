export { endEscalations } from './end-escalations.queries.ts';
export { escalationWords, type EscalationWords } from './escalation-words.queries.ts';
