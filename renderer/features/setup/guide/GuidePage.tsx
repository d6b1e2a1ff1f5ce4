import PrintIcon from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import { findGuide } from '#contract/guides/findGuide.ts'
import type { Guide } from '#contract/guides/guide.ts'
import type { SetupState } from '#contract/setup.ts'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../../components/ScreenHeader.tsx'
import { useService } from '../../../useService.ts'
import { usableTokens } from '../credentials/usableTokens.ts'
import { ChapterView } from './ChapterView.tsx'
import { toChapters } from './toChapters.ts'
import { toGuideText } from './toGuideText.ts'

/** The guide of a connection as one page, for the colleague who has the provider's console: to be printed, or copied as text. */
export function GuidePage({ connection }: { readonly connection: string }) {
  const setup = useService('getSetup', { params: { connection } })
  if (setup.error && !setup.data) {
    return <ErrorNotice title="The guide could not be read" error={setup.error} onRetry={() => void setup.refetch()} />
  }
  if (!setup.data) return null
  if (setup.data.connection.provider === null) {
    return (
      <EmptyState
        title="No identity provider is chosen"
        action={
          <Button variant="contained" component={RouterLink} to={`/${connection}/setup/connection`}>
            Choose it in step 2
          </Button>
        }
      >
        The guide uses the words of one provider.
      </EmptyState>
    )
  }
  return <Page state={setup.data} />
}

function Page({ state }: { readonly state: SetupState }) {
  const { connection, scimUrl, publicUrl } = state
  const guide = findGuide(connection.provider)
  const title = `Provisioning from ${guide.provider === 'other' ? guide.name : guide.title}`
  const intro = toIntro(state, guide)
  const chapters = toChapters(guide, scimUrl)
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, py: 2, maxWidth: 860, '@media print': { p: 0, maxWidth: 'none' } }}>
      <Button component={RouterLink} to={`/${connection.slug}/setup`} color="inherit" sx={{ mb: 1, displayPrint: 'none' }}>
        Back to the setup
      </Button>
      <ScreenHeader
        title={title}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, displayPrint: 'none' }}>
            <CopyButton withText label="Copy as text" value={toGuideText({ title, intro, chapters })} />
            <Button
              variant="outlined"
              color="inherit"
              startIcon={<PrintIcon fontSize="inherit" />}
              sx={{ borderColor: 'divider' }}
              onClick={() => window.print()}
            >
              Print
            </Button>
          </Box>
        }
      />
      <Box sx={{ display: 'grid', gap: 3 }}>
        {guide.reach.isCloud && publicUrl === null ? (
          <Alert severity="warning" sx={{ displayPrint: 'none' }}>
            The SCIM URL exists on this computer only. Set a public URL in step 1 before you hand this page on.
          </Alert>
        ) : null}
        <Box sx={{ display: 'grid', gap: 0.5 }}>
          {intro.map((sentence) => (
            <Typography key={sentence}>{sentence}</Typography>
          ))}
        </Box>
        {chapters.map((chapter, index) => (
          <ChapterView key={chapter.title} chapter={chapter} number={index + 1} />
        ))}
      </Box>
    </Box>
  )
}

/** What the page is about. Of the token only its last four characters, by which both ends can be compared. */
function toIntro({ connection, tokens }: SetupState, { checkedAt, basis }: Guide): readonly string[] {
  const token = usableTokens(tokens)[0]
  return [
    `For the connection ${connection.name}.`,
    token === undefined
      ? 'The token is handed over separately, never on this page. It has not been generated yet.'
      : `The token is handed over separately, never on this page. It ends in ${token.lastFour}.`,
    `Labels were last checked ${checkedAt}. Consoles change; the order stays. What the provider’s own documents do not say is marked.`,
    ...(basis === undefined ? [] : [basis.about]),
  ]
}
