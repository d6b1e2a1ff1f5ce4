import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface RowLinkProps {
  readonly to: string
  readonly children: ReactNode
}

/** The link of a table's row; the whole row, which must be `position: relative`, is its target. */
export function RowLink({ to, children }: RowLinkProps) {
  return (
    <Target to={to} title={typeof children === 'string' ? children : undefined}>
      {children}
    </Target>
  )
}

const Target = styled(Link)(({ theme }) => ({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: (theme.vars ?? theme).palette.text.primary,
  fontWeight: 600,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`, outlineOffset: -2 },
}))
