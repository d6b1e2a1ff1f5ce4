import ExpandIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { otherProviders } from '../guides/otherProviders.ts'

/** Where the providers without a guide ask for the URL and the token. */
export function OtherProviderTable() {
  return (
    <Box>
      {otherProviders.map(({ name, place, urlField, tokenField, testButton, note }) => (
        <Accordion
          key={name}
          variant="outlined"
          disableGutters
          square
          sx={{
            borderColor: 'divider',
            borderBottom: 0,
            '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
            '&::before': { display: 'none' },
          }}
        >
          <AccordionSummary expandIcon={<ExpandIcon />} sx={{ minHeight: 36, '& .MuiAccordionSummary-content': { my: 0.75 } }}>
            <Typography variant="subtitle2" component="span">
              {name}
            </Typography>
          </AccordionSummary>
          <AccordionDetails sx={{ pt: 0 }}>
            <Box
              component="dl"
              sx={{
                m: 0,
                display: 'grid',
                gridTemplateColumns: 'max-content minmax(0, 1fr)',
                columnGap: 2,
                rowGap: 0.5,
                fontSize: '0.8125rem',
                '& dt': { color: 'text.secondary' },
                '& dd': { m: 0, fontStyle: 'italic' },
              }}
            >
              <dt>Place</dt>
              <dd>{place}</dd>
              <dt>URL</dt>
              <dd>{urlField}</dd>
              <dt>Token</dt>
              <dd>{tokenField}</dd>
              <dt>Test</dt>
              {testButton === null ? (
                <Box component="dd" sx={{ '&&': { fontStyle: 'normal' } }}>
                  none; the first learner is the test
                </Box>
              ) : (
                <dd>{testButton}</dd>
              )}
            </Box>
            {note === undefined ? null : (
              <Typography variant="body2" sx={{ mt: 1 }}>
                {note}
              </Typography>
            )}
          </AccordionDetails>
        </Accordion>
      ))}
    </Box>
  )
}
