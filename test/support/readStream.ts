import type { ClientRequest } from 'node:http'
import type { StreamEvent } from '#contract/streamEvent.ts'

/** One block of a server-sent stream. */
export interface StreamBlock {
  readonly id?: string
  readonly data?: StreamEvent
  readonly isComment: boolean
}

/** Reads a server-sent stream block by block; ends when the server does. */
export async function* readStream(call: ClientRequest): AsyncGenerator<StreamBlock> {
  const res = await new Promise<NodeJS.ReadableStream>((resolve, reject) => call.on('response', resolve).on('error', reject))
  let text = ''
  for await (const chunk of res) {
    text += String(chunk)
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    yield* blocks.map(toBlock)
  }
}

function toBlock(text: string): StreamBlock {
  const lines = text.split('\n')
  const fieldOf = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  const data = fieldOf('data')
  return { id: fieldOf('id'), data: data === undefined ? undefined : JSON.parse(data), isComment: text.startsWith(':') }
}
