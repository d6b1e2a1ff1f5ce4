import { StreamEvent } from '#contract/streamEvent.ts'

/** Whether news arrive by themselves at the moment; `opening` until that is known for the first time. */
export type StreamStatus = 'opening' | 'live' | 'reconnecting'

/** What takes the live stream. */
export interface StreamHandlers {
  readonly onEvent: (event: StreamEvent) => void
  readonly onStatus: (status: StreamStatus) => void
}

const streamPath = '/api/stream'
const firstPauseMs = 500
const longestPauseMs = 10_000

/**
 * Reads the stream until told to stop. The browser reconnects by itself, unless it was refused: then we do, ever more slowly.
 *
 * @param getPosition the exchange after which to go on; undefined: whatever comes from now on
 * @returns a function that stops
 */
export function readStream(getPosition: () => number | undefined, { onEvent, onStatus }: StreamHandlers): () => void {
  let source: EventSource
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    const position = getPosition()
    source = new EventSource(position === undefined ? streamPath : `${streamPath}?after=${position}`)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = StreamEvent.safeParse(JSON.parse(data))
      // An event that a newer service sends and this page does not know concerns nothing that it shows.
      if (!event.success) return
      onEvent(event.data)
      if (event.data.type !== 'opened') return
      pauseMs = firstPauseMs
      onStatus('live')
    }
    source.onerror = () => {
      onStatus('reconnecting')
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
