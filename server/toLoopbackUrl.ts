/** The base URL of a connection for a caller on this machine. A listener on all addresses is reached by loopback. */
export function toLoopbackUrl(address: string, slug: string): string {
  const { hostname, port } = new URL(`http://${address}`)
  const reachable = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' }[hostname] ?? hostname
  return `http://${reachable}:${port || 80}/${slug}/scim/v2`
}
