import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Imported first by the process that draws: from then on nothing in it can open a connection or ask a name server. */
function refuse(): never {
  throw new Error('the process that draws case files has no network');
}

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.Socket.prototype.bind = refuse;
dgram.Socket.prototype.send = refuse;
const shut = (api: object) => {
  for (const [name, value] of Object.entries(api)) if (typeof value === 'function') (api as Record<string, unknown>)[name] = refuse; // a module's own functions
};
shut(dns);
shut(dns.promises);
syncBuiltinESMExports();
