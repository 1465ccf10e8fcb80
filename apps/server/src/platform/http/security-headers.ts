import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Headers of every answer. The page may run only its own scripts and styles; mail HTML lives in a frame whose
 * document is written by the page and sandboxed: it never runs a script, and keeps our origin only so that the page can
 * measure its height (the argument stands in the web app's mail-frame.tsx).
 */
export function securityHeaders(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Positions that the virtual list and the editor compute are style attributes, never style elements.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob: data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
  return async function headers(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cache-control': 'no-store',
      ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  };
}
