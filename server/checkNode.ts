/** better-sqlite3 is built against this version of Node-API. */
const neededNapi = 10

/** @returns one sentence on why this Node cannot run the service; undefined where it can */
export function checkNode(versions: { readonly node: string; readonly napi?: string | undefined }): string | undefined {
  if (Number(versions.napi ?? 0) >= neededNapi) return undefined
  return `Rollcall needs Node 22.22 or newer (Node-API ${neededNapi}); this is Node ${versions.node}. Start it with "npm start" or "npm run serve", which bring their own where they can.`
}
