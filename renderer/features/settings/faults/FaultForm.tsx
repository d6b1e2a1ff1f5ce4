import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { FaultKind } from '#contract/exchange.ts'
import { FaultAction, FaultOrder } from '#contract/fault.ts'
import { NumberField } from '../../../components/NumberField.tsx'
import { nameFault, nameFaultAction, secondsOf, tellEffect } from '../../../faultWords.ts'

interface FaultFormProps {
  readonly isBusy: boolean
  readonly onArm: (order: FaultOrder) => void
}

/** Which requests are to fail, how, and how many. Says before what becomes of a change. */
export function FaultForm({ isBusy, onArm }: FaultFormProps) {
  const [kind, setKind] = useState<FaultKind>('429')
  const [action, setAction] = useState<FaultAction>('created')
  const [count, setCount] = useState('2')
  const [seconds, setSeconds] = useState('30')
  const secondsLabel = secondsOf[kind]
  const order = FaultOrder.safeParse({
    kind,
    action,
    count: Number(count),
    ...(secondsLabel !== undefined && { seconds: Number(seconds) }),
  })
  const isWrong = (name: string) => order.error?.issues.some(({ path }) => path[0] === name) ?? false
  return (
    <Box
      component="form"
      aria-label="Arm a fault"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (order.success) onArm(order.data)
      }}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 2, display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '96px 1fr 1fr' }, alignItems: 'start' }}>
        <NumberField
          label="The next"
          value={count}
          range={{ min: 1, max: 1000 }}
          isWrong={isWrong('count')}
          onChange={setCount}
        />
        <TextField select label="Requests" value={action} onChange={(event) => setAction(FaultAction.parse(event.target.value))}>
          {FaultAction.options.map((option) => (
            <MenuItem key={option} value={option}>
              {nameFaultAction(option)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label="Fault" value={kind} onChange={(event) => setKind(FaultKind.parse(event.target.value))}>
          {FaultKind.options.map((option) => (
            <MenuItem key={option} value={option}>
              {nameFault(option)}
            </MenuItem>
          ))}
        </TextField>
        {secondsLabel !== undefined && (
          <Box sx={{ gridColumn: { sm: 3 } }}>
            <NumberField
              label={secondsLabel}
              value={seconds}
              range={{ min: 1, max: 120 }}
              isWrong={isWrong('seconds')}
              onChange={setSeconds}
            />
          </Box>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ flex: '1 1 240px', color: 'text.secondary' }}>
          {tellEffect(kind)}
        </Typography>
        <Button type="submit" variant="contained" disabled={!order.success || isBusy}>
          Arm
        </Button>
      </Box>
    </Box>
  )
}
