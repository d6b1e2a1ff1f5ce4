import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { Connection, ConnectionSettings } from '#contract/connection.ts'
import type { ToleranceInfo } from '#contract/tolerance.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SwitchRow } from '../../components/SwitchRow.tsx'
import { formatCount } from '../../format.ts'
import { useService } from '../../useService.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { useChangeConnection } from './useSettings.ts'

const frame = { border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }

/** Which habits of identity providers are let pass: each bends a rule of the protocol, and the activity names it where it is used. */
export function ToleranceSettings({ connection }: { readonly connection: Connection }) {
  const { data, error, refetch } = useService('listTolerances')
  const change = useChangeConnection(connection.slug)
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const { settings } = connection
  const bent = (data ?? []).filter((tolerance) => isBent(tolerance, settings)).length
  return (
    <SettingsSection
      title="Tolerances"
      about="Habits of identity providers that the protocol does not allow. The activity says where one was let pass."
    >
      <Box sx={frame}>
        <SwitchRow
          label="Strict"
          description="On: nothing is let pass, and a request that does not keep to the protocol is refused, whatever is set below."
          isOn={settings.strict}
          onChange={(isOn) => change.mutate({ settings: { strict: isOn } })}
        />
      </Box>
      {error && !data && <ErrorNotice title="The tolerances could not be read" error={error} onRetry={() => void refetch()} />}
      {data && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {settings.strict ? `All ${data.length} are off.` : `${bent} of ${formatCount(data.length, 'tolerance')} are on.`}
          </Typography>
          <Button aria-expanded={isOpen} aria-controls={listId} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Hide them' : 'Show them all'}
          </Button>
        </Box>
      )}
      {change.error && <ErrorNotice title="The tolerance could not be switched" error={change.error} />}
      <Collapse in={isOpen} id={listId} unmountOnExit>
        <Box sx={frame}>
          {data?.map((tolerance) => (
            <SwitchRow
              key={tolerance.name}
              label={tolerance.name}
              description={`${tolerance.reason} Sent by: ${tolerance.source}`}
              isOn={!settings.strict && isBent(tolerance, settings)}
              isDisabled={settings.strict}
              onChange={(isOn) => change.mutate({ settings: toChange(tolerance, settings, isOn ? 'on' : 'off') })}
            />
          ))}
        </Box>
      </Collapse>
    </SettingsSection>
  )
}

function isBent({ name, comesOff }: ToleranceInfo, { tolerancesOff, tolerancesOn }: ConnectionSettings): boolean {
  return comesOff ? tolerancesOn.includes(name) : !tolerancesOff.includes(name)
}

/** One list names those switched off, the other those switched on of the few that come off. */
function toChange(
  { name, comesOff }: ToleranceInfo,
  { tolerancesOff, tolerancesOn }: ConnectionSettings,
  to: 'on' | 'off',
): Partial<ConnectionSettings> {
  const changed = comesOff === (to === 'on') ? 'added' : 'removed'
  const names = (list: readonly string[]) => [...list.filter((one) => one !== name), ...(changed === 'added' ? [name] : [])]
  return comesOff ? { tolerancesOn: names(tolerancesOn) } : { tolerancesOff: names(tolerancesOff) }
}
