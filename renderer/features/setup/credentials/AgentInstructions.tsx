import ExpandIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { findGuide } from '#contract/guides/findGuide.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import { CopyField } from '../../../components/CopyField.tsx'
import { Words } from '../../../components/Words.tsx'
import { useService } from '../../../useService.ts'
import { findAgents } from './agents.ts'

interface AgentInstructionsProps {
  readonly connection: string
  readonly provider: ProviderChoice | null
}

/** How the endpoint is reached from inside a network, where no tunnel is wanted; nothing for a provider that has no such way. */
export function AgentInstructions({ connection, provider }: AgentInstructionsProps) {
  const address = useService('getStatus').data?.scimAddress ?? '127.0.0.1:4747'
  const agents = findAgents(provider, findGuide(provider).reach)
  if (agents.length === 0) return null
  return (
    <Accordion
      variant="outlined"
      disableGutters
      sx={{ borderColor: 'divider', borderRadius: 1, '&::before': { display: 'none' }, bgcolor: 'background.paper' }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />} sx={{ minHeight: 40, '& .MuiAccordionSummary-content': { my: 1 } }}>
        <Typography variant="subtitle2" component="span">
          Without a tunnel: from inside your network
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 3, pt: 0 }}>
        {agents.map(({ name, steps, limits, toUrl }) => (
          <Box key={name} sx={{ display: 'grid', gap: 1 }}>
            <Typography variant="subtitle2" component="h3">
              {name}
            </Typography>
            <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5, fontSize: '0.875rem' }}>
              {steps.map((step) => (
                <li key={step}>
                  <Words>{step}</Words>
                </li>
              ))}
            </Box>
            <CopyField
              label={`URL for: ${name}`}
              value={toUrl(`http://${address}/${connection}/scim/v2`)}
              hint="On another machine, the name or address of this one stands in place of 127.0.0.1, and Rollcall is started with --host 0.0.0.0."
            />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {limits}
            </Typography>
          </Box>
        ))}
      </AccordionDetails>
    </Accordion>
  )
}
