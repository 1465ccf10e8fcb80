export { encryptPush, type PushKeys } from './encrypt-push.ts';
export { vapidHeader, vapidKeys, type VapidKeys } from './vapid.ts';
