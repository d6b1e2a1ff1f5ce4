import type { Server } from 'node:http'
import { StartError } from './startError.ts'

/**
 * Starts a server listening.
 *
 * @param option the command-line option that chooses the port, for the message
 * @returns the address it really has: `127.0.0.1:4747`, or `[::1]:4747`
 * @throws StartError 3 when the port is taken, naming it; 1 when the address cannot be used
 */
export function listen(server: Server, { host, port, option }: { host: string; port: number; option: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(toStartError(error, { host, port, option }))
    server.once('error', fail)
    server.listen({ host, port }, () => {
      server.off('error', fail)
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new StartError(1, `No address for ${host}:${port}.`))
      resolve(`${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`)
    })
  })
}

function toStartError(
  error: NodeJS.ErrnoException,
  { host, port, option }: { host: string; port: number; option: string },
): StartError {
  const cause = { cause: error }
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        3,
        `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port with ${option} (0 takes any free one).`,
        cause,
      )
    case 'EACCES':
      return new StartError(
        1,
        `Port ${port} on ${host} may not be used by this user. Choose one above 1023 with ${option}.`,
        cause,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(1, `The address ${host} does not belong to this machine. Choose another with --host.`, cause)
    default:
      return new StartError(1, `Listening on ${host}:${port} failed: ${error.message}`, cause)
  }
}
