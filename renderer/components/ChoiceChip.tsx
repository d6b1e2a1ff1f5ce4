import ArrowIcon from '@mui/icons-material/ArrowDropDown'
import Chip from '@mui/material/Chip'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useId, useState } from 'react'

interface Choice {
  readonly value: string
  readonly label: string
}

interface ChoiceChipProps {
  /** What is chosen: "Method". */
  readonly label: string
  readonly choices: readonly Choice[]
  /** undefined: any. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A condition of a filter as a chip: opens a menu; when set it shows its value and can be taken away. */
export function ChoiceChip({ label, choices, value, onChange }: ChoiceChipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const menuId = useId()
  const chosen = value === undefined ? undefined : (choices.find((choice) => choice.value === value)?.label ?? value)
  const handleChoose = (next: string | undefined) => {
    setAnchor(null)
    onChange(next)
  }
  return (
    <>
      <Chip
        component="button"
        type="button"
        size="medium"
        variant={chosen === undefined ? 'outlined' : 'filled'}
        color={chosen === undefined ? 'default' : 'primary'}
        label={chosen === undefined ? label : `${label}: ${chosen}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        onDelete={(event) => (chosen === undefined ? setAnchor(event.currentTarget.parentElement) : handleChoose(undefined))}
        {...(chosen === undefined ? { deleteIcon: <ArrowIcon /> } : {})}
        sx={{ cursor: 'pointer' }}
      />
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem selected={value === undefined} onClick={() => handleChoose(undefined)}>
          Any
        </MenuItem>
        {choices.map((choice) => (
          <MenuItem key={choice.value} selected={choice.value === value} onClick={() => handleChoose(choice.value)}>
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
