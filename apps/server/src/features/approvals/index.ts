export { approvalRoutes } from './approvals.routes.ts';
export { approvalRuleRoutes } from './rules.routes.ts';
export { startApprovalTimers } from './due-requests.ts';
export { askForApproval } from './ask.command.ts';
export { writeWaitingMail } from './waiting-mail.ts';
