export { endEscalations } from './end-escalations.queries.ts';
export { escalateAlong, escalateAlongTo, type EscalateAlong, type EscalateAlongTo } from './escalate-along.schemas.ts';
export { escalationSaid, escalationWords, type EscalationWords } from './escalation-words.queries.ts';
export { takeBackEscalation } from './take-back-escalation.queries.ts';
