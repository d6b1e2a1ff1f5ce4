import OpenIcon from '@mui/icons-material/OpenInNew'
import Link from '@mui/material/Link'

interface DocumentationLinkProps {
  /** null: there is none, and nothing is shown. */
  readonly page: { readonly title: string; readonly url: string } | null
}

/** Leads to a page outside, in a browser window of its own. */
export function DocumentationLink({ page }: DocumentationLinkProps) {
  if (!page) return null
  return (
    <Link
      href={page.url}
      target="_blank"
      rel="noreferrer"
      variant="body2"
      sx={{ py: '3px', justifySelf: 'start', display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
    >
      {page.title}
      <OpenIcon aria-label="opens outside" sx={{ fontSize: '1em' }} />
    </Link>
  )
}
