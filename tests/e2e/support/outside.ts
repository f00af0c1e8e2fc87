import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A listener outside the application: whoever reaches it, by TCP or UDP, is counted. */
export interface Outside {
  readonly port: number;
  readonly contacts: () => number;
  close(): void;
}

export async function listenOutside(): Promise<Outside> {
  let contacts = 0;
  const tcp = createServer((socket) => {
    contacts += 1;
    socket.end('HTTP/1.1 204 No Content\r\naccess-control-allow-origin: *\r\n\r\n');
    socket.on('error', () => undefined);
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => {
    contacts += 1;
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    port,
    contacts: () => contacts,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
