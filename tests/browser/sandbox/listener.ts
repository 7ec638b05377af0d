import { createServer, type Socket } from "node:net";

/** Something on another port of this computer that counts who comes, whatever they speak. */
export interface Listener {
  readonly address: string;
  readonly socketAddress: string;
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  const visits: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const at = visits.push("connection") - 1;
    socket.on("data", (data) => {
      visits[at] = data.toString("latin1").split("\r\n", 1)[0]!.slice(0, 200);
      socket.end("HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n");
    });
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  return {
    address: `http://127.0.0.1:${address.port}/`,
    socketAddress: `ws://127.0.0.1:${address.port}/`,
    visits,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
