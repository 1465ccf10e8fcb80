export { kinds, ways, type NotificationKind } from './kinds.ts';
export { startNotificationMail } from './mail/mailer.ts';
export { followStep } from './make-notifications.ts';
export { notificationRoutes } from './notifications.routes.ts';
export { readBells, tidyNotifications, type Bell } from './notifications.queries.ts';
export { mostCounted } from './notifications.schemas.ts';
export { startNotifier, type Notifier } from './notifier.ts';
export { forgetDevices } from './push/devices.queries.ts';
export { startPusher } from './push/pusher.ts';
