export { followWebhooks, startWebhookFollower } from './follow.ts';
export { startWebhookSender } from './sender.ts';
export { tellWebhook } from './tell-webhook.command.ts';
export { isLiveWebhook } from './webhooks.queries.ts';
export { writeStopMail } from './stop-mail.ts';
export { webhookRoutes } from './webhooks.routes.ts';
export { tidyWebhooks } from './webhooks.queries.ts';
export { keptDays } from './webhooks.schemas.ts';
