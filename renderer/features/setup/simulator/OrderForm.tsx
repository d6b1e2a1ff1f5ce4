import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { SimulationOrder, SimulatorMistake, SimulatorProfile, simulatorLimits } from '#contract/setup.ts'
import { NumberField } from '../../../components/NumberField.tsx'
import { mistakeWords } from './mistakes.ts'
import { profileNames } from './profiles.ts'

interface OrderFormProps {
  readonly firstProfile: SimulatorProfile
  readonly isRunning: boolean
  readonly isBusy: boolean
  readonly onRun: (order: SimulationOrder) => void
  readonly onCancel: () => void
}

const sizes = [
  { name: 'users', label: 'People', range: { min: 1, max: simulatorLimits.users } },
  { name: 'groups', label: 'Groups', range: { min: 0, max: simulatorLimits.groups } },
  { name: 'rate', label: 'Requests a second', range: { min: 1, max: simulatorLimits.rate } },
] as const

const noMistake = 'none'

/**
 * Whom the simulator acts out, how much, how fast, and what goes wrong on purpose. Nothing is disabled under way, so that the focus
 * stays where it is; what is chosen then is for the next run.
 */
export function OrderForm({ firstProfile, isRunning, isBusy, onRun, onCancel }: OrderFormProps) {
  const [profile, setProfile] = useState(firstProfile)
  const [mistake, setMistake] = useState<SimulatorMistake | null>(null)
  const [size, setSize] = useState({ users: '3', groups: '1', rate: '6' })
  const { users, groups, rate } = size
  const order = SimulationOrder.safeParse({
    profile,
    mistake,
    users: toNumber(users),
    groups: toNumber(groups),
    rate: toNumber(rate),
  })
  const isWrong = (name: string) => order.error?.issues.some(({ path }) => path[0] === name) ?? false
  return (
    <Box
      component="form"
      aria-label="Simulator"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (order.success && !isRunning && !isBusy) onRun(order.data)
      }}
      sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <TextField
        select
        label="Acts as"
        value={profile}
        onChange={(event) => setProfile(SimulatorProfile.parse(event.target.value))}
      >
        {SimulatorProfile.options.map((one) => (
          <MenuItem key={one} value={one}>
            {profileNames[one]}
          </MenuItem>
        ))}
      </TextField>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        {sizes.map(({ name, label, range }) => (
          <NumberField
            key={name}
            label={label}
            value={size[name]}
            range={range}
            isWrong={isWrong(name)}
            onChange={(value) => setSize({ ...size, [name]: value })}
          />
        ))}
      </Box>
      <TextField
        select
        label="Mistake on purpose"
        value={mistake ?? noMistake}
        onChange={(event) => setMistake(event.target.value === noMistake ? null : SimulatorMistake.parse(event.target.value))}
        helperText={mistake === null ? undefined : mistakeWords[mistake].effect}
      >
        <MenuItem value={noMistake}>None</MenuItem>
        {SimulatorMistake.options.map((one) => (
          <MenuItem key={one} value={one}>
            {mistakeWords[one].name}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {isRunning ? (
          <Button variant="outlined" onClick={onCancel}>
            Cancel the run
          </Button>
        ) : (
          <Button type="submit" variant="outlined" disabled={!order.success}>
            Run the simulator
          </Button>
        )}
        {order.success ? <Duration order={order.data} /> : null}
      </Box>
    </Box>
  )
}

const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

/** Said where it is worth a word: a person takes two requests, most often. */
function Duration({ order: { users, groups, rate } }: { readonly order: SimulationOrder }) {
  const minutes = Math.round((2 * users + 4 * groups) / rate / 60)
  if (minutes < 1) return null
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Takes about {minutes} min.
    </Typography>
  )
}
