import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import { code } from './code.ts'

interface ArrivedValueProps {
  readonly connection: string
  readonly attribute: string
  readonly example: string
  readonly exchangeId: number
}

/** A value as it arrived, two lines of it, with the way to its request. */
export function ArrivedValue({ connection, attribute, example, exchangeId }: ArrivedValueProps) {
  return (
    <Link
      component={RouterLink}
      to={`/${connection}/activity/${exchangeId}`}
      title={example}
      aria-label={`${attribute} arrived as ${example}: show the request`}
      sx={{
        ...code,
        display: '-webkit-box',
        WebkitLineClamp: 2,
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
        minHeight: 24,
        py: '2px',
        my: '-2px',
      }}
    >
      {example}
    </Link>
  )
}
