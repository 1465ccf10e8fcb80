/** True on Apple's systems, where ⌘ does what Ctrl does elsewhere. */
export const isApple: boolean =
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent);
