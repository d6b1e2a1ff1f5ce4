import { ChoiceChip } from '../../components/ChoiceChip.tsx'
import { useService } from '../../useService.ts'

interface TokenChipProps {
  readonly connection: string
  readonly token: number | undefined
  readonly onChange: (token: number | undefined) => void
}

/** The condition "let in by this token". */
export function TokenChip({ connection, token, onChange }: TokenChipProps) {
  const { data } = useService('getSetup', { params: { connection } })
  const choices = (data?.tokens ?? []).map(({ id, label, lastFour }) => ({ value: String(id), label: `${label} …${lastFour}` }))
  return (
    <ChoiceChip
      label="Token"
      choices={choices}
      value={token === undefined ? undefined : String(token)}
      onChange={(value) => onChange(value === undefined ? undefined : Number(value))}
    />
  )
}
