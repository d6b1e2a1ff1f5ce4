import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { AnswerAction } from '#contract/setup.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useOutsideCheck, usePublicUrl } from '../../../reach/useReach.ts'

interface AnswerActionButtonProps {
  readonly connection: string
  readonly action: AnswerAction
}

/** Does at once what an answer advises. */
export function AnswerActionButton({ connection, action }: AnswerActionButtonProps) {
  switch (action.kind) {
    case 'usePublicUrl':
      return <UsePublicUrl url={action.url} />
    case 'checkOutside':
      return <CheckOutside connection={connection} />
  }
}

function UsePublicUrl({ url }: { readonly url: string }) {
  const { mutate, isPending, error } = usePublicUrl()
  return (
    <Box>
      <Button
        variant="outlined"
        disabled={isPending}
        onClick={() => mutate(url)}
        sx={{ textAlign: 'start', overflowWrap: 'anywhere' }}
      >
        Use {url} as the public URL
      </Button>
      {error && <ErrorNotice title="The public URL could not be set" error={error} />}
    </Box>
  )
}

function CheckOutside({ connection }: { readonly connection: string }) {
  const { mutate, isPending, error } = useOutsideCheck(connection)
  return (
    <Box>
      <Button variant="outlined" disabled={isPending} onClick={() => mutate()} sx={{ minWidth: 176 }}>
        {isPending ? 'Checking…' : 'Check from outside'}
      </Button>
      {error && <ErrorNotice title="The check could not be made" error={error} />}
    </Box>
  )
}
