import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'

interface ErrorNoticeProps {
  /** What could not be done: "The learners could not be read". */
  readonly title: string
  readonly error: Error
  readonly onRetry?: () => void
}

/** A failed call, in place and staying: what failed, why, and a way to try again. */
export function ErrorNotice({ title, error, onRetry }: ErrorNoticeProps) {
  const retry = onRetry && (
    <Button color="inherit" onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <Alert severity="error" action={retry} sx={{ m: 2 }}>
      <strong>{title}.</strong> {error.message}
    </Alert>
  )
}
