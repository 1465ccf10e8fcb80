export { watchForRenewal } from './watch-app.ts';
export { leaveApp } from './leave-app.ts';
export { dropPush, findPush, pushState, subscribePush, type PushState } from './push-subscription.ts';
