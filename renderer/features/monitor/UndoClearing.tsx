import Button from '@mui/material/Button'
import Snackbar, { type SnackbarCloseReason } from '@mui/material/Snackbar'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatCount, formatNumber } from '../../format.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { rereadList } from './marks/useMark.ts'
import { type Notice, noticed, useMonitorStore } from './monitorStore.ts'

/** How long a clearing can be undone, in milliseconds. The service waits a little longer. */
const undoMs = 10_000

/** Says what a clearing took, and takes it back when asked. */
export function UndoClearing({ connection }: { readonly connection: string }) {
  const client = useQueryClient()
  const news = useMonitorStore((state) => state.notice)
  const undo = useMutation<void, ConsoleError, void>({
    mutationFn: async () => {
      const { result } = await callService('undoClearing', { params: { connection } })
      noticed(result === 'undone' ? { kind: 'undone' } : { kind: 'failed', message: 'It is too late for that.' })
      await rereadList(client, connection)
    },
    onError: ({ message }) => noticed({ kind: 'failed', message: `The requests are not back: ${message}` }),
  })
  const handleClose = (_: unknown, reason: SnackbarCloseReason) => {
    // A click elsewhere is no answer.
    if (reason !== 'clickaway') noticed(null)
  }
  return (
    <Snackbar
      key={news?.kind}
      open={news !== null}
      autoHideDuration={undoMs}
      disableWindowBlurListener
      onClose={handleClose}
      message={news && toMessage(news)}
      action={
        news?.kind === 'cleared' && (
          <Button color="inherit" disabled={undo.isPending} sx={{ textDecoration: 'underline' }} onClick={() => undo.mutate()}>
            Undo
          </Button>
        )
      }
    />
  )
}

function toMessage(news: Notice): string {
  switch (news.kind) {
    case 'cleared': {
      const { count, pinnedCount } = news.taken
      const stay = pinnedCount === 1 ? 'stays' : 'stay'
      return `Cleared ${formatCount(count, 'request')}.${pinnedCount > 0 ? ` ${formatNumber(pinnedCount)} pinned ${stay}.` : ''}`
    }
    case 'undone':
      return 'All requests are back.'
    case 'failed':
      return news.message
  }
}
