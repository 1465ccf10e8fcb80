import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { agentOf, checkOrigin, whoAsks } from '../../platform/http/access.ts';
import type { RawSocket } from '../../platform/live/live-socket.ts';
import { createLive } from './live.ts';

/** The socket that screens live on. Messages: messages.ts. */
export function liveRoutes(app: FastifyInstance, context: Context): void {
  const live = createLive(context);
  app.addHook('preClose', () => live.stop());
  app.get(
    '/api/v1/live',
    {
      websocket: true,
      config: { access: 'viewer' },
      // The guard looks at changing requests only; a socket changes and reads on a cookie without any other proof.
      onRequest: async (request) => checkOrigin(request, [new URL(context.config.publicUrl).origin]),
    },
    (socket, request) => {
      void live.open(socket as unknown as RawSocket, agentOf(request), async () => {
        const agent = await whoAsks(context.identify, request);
        return agent?.lacksSecondFactor ? null : agent;
      });
    },
  );
}
