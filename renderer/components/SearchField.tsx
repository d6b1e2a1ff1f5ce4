import ClearIcon from '@mui/icons-material/Close'
import SearchIcon from '@mui/icons-material/Search'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'

interface SearchFieldProps {
  /** What is searched, spoken and as placeholder. */
  readonly label: string
  readonly value: string
  /** Called 200 ms after the last key, and at once by Enter and by the clear button. */
  readonly onChange: (value: string) => void
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** Called by the arrow down: to what was found. */
  readonly onDown?: () => void
}

const pauseMs = 200

/** A search field that tells what was typed once the typing pauses. */
export function SearchField({ label, value, onChange, inputRef, onDown }: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null)
  const input = inputRef ?? own
  const [draft, setDraft] = useState({ text: value, of: value })
  // Changed from outside, by a link or a clear button: what was typed before no longer counts.
  if (draft.of !== value) setDraft({ text: value, of: value })

  // An event, so that a new `onChange` with each arrival does not start the pause again.
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    if (draft.text === value) return
    const timer = setTimeout(() => tell(draft.text), pauseMs)
    return () => clearTimeout(timer)
  }, [draft.text, value])

  const handleClear = () => {
    setDraft({ text: '', of: value })
    onChange('')
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onChange(draft.text)
    else if (event.key === 'ArrowDown' && onDown) {
      event.preventDefault()
      onDown()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      // Once more leaves the field, so that single keys mean commands again.
      if (draft.text === '') input.current?.blur()
      else handleClear()
    }
  }
  return (
    <TextField
      value={draft.text}
      placeholder={label}
      onChange={(event) => setDraft({ text: event.target.value, of: value })}
      onKeyDown={handleKeyDown}
      sx={{ minWidth: 160, flex: '1 1 220px', maxWidth: 440 }}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          type: 'search',
          spellCheck: false,
          autoComplete: 'off',
          ref: input,
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment:
            draft.text === '' ? null : (
              <IconButton aria-label="Clear the search" edge="end" onClick={handleClear}>
                <ClearIcon fontSize="small" />
              </IconButton>
            ),
          sx: {
            fontSize: '0.8125rem',
            height: 34,
            bgcolor: 'background.paper',
            '& input::-webkit-search-cancel-button': { display: 'none' },
          },
        },
      }}
    />
  )
}
