import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Json } from '#contract/scim/resource.ts'

/** Whoever is asked sits on this machine: an answer comes at once, or the port belongs to somebody else. */
const timeoutMs = 500
const maxBytes = 256 * 1024

/**
 * Asks a program on this machine, by loopback alone.
 *
 * @returns its JSON; undefined where nobody answers in time, or not with 200 and JSON
 */
export async function askLoopback(port: number, path: string): Promise<Json | undefined> {
  try {
    // JSON.parse makes nothing but Json.
    return JSON.parse(await read(port, path)) as Json
  } catch {
    // Who does not answer in this way is not the program that is looked for.
    return undefined
  }
}

function read(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, headers: { Accept: 'application/json' } })
    const impatience = setTimeout(() => sent.destroy(new Error('No answer in time.')), timeoutMs)
    sent.on('close', () => clearTimeout(impatience))
    sent.on('error', reject)
    sent.on('response', (response) => {
      if (response.statusCode !== 200) sent.destroy(new Error(`Answered ${response.statusCode}.`))
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > maxBytes) sent.destroy(new Error('Too long an answer.'))
      })
      text(response).then(resolve, reject)
    })
    sent.end()
  })
}
