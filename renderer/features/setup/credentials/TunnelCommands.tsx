import ExpandIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Typography from '@mui/material/Typography'
import { CopyField } from '../../../components/CopyField.tsx'
import { useService } from '../../../useService.ts'

const toTunnels = (port: string) => [
  {
    name: 'Cloudflare quick tunnel',
    command: `cloudflared tunnel --url http://127.0.0.1:${port}`,
    fact: 'No account. A new address at each start, so the URL in the provider has to be changed then.',
  },
  {
    name: 'ngrok',
    command: `ngrok http ${port}`,
    fact: 'Needs a free account and its authtoken; gives one address that stays.',
  },
  {
    name: 'Microsoft dev tunnels',
    command: `devtunnel host -p ${port} --allow-anonymous`,
    fact: 'Without --allow-anonymous the tunnel is private and the provider is turned away. It cannot be found here: paste the address that it prints.',
  },
]

/** Three ways to give the endpoint a public address. A tunnel reaches the SCIM endpoint alone, never this page. */
export function TunnelCommands() {
  const port = useService('getStatus').data?.scimAddress.split(':').at(-1) ?? '4747'
  return (
    <Accordion
      variant="outlined"
      disableGutters
      sx={{ borderColor: 'divider', borderRadius: 1, '&::before': { display: 'none' }, bgcolor: 'background.paper' }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />} sx={{ minHeight: 40, '& .MuiAccordionSummary-content': { my: 1 } }}>
        <Typography variant="subtitle2" component="span">
          Commands that give a public address
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 2, pt: 0 }}>
        {toTunnels(port).map(({ name, command, fact }) => (
          <CopyField key={name} label={name} value={command} copyLabel={`Copy the command for ${name}`} hint={fact} />
        ))}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          A tunnel opens port {port} alone, where every request needs the token. This page stays on your machine.
        </Typography>
      </AccordionDetails>
    </Accordion>
  )
}
