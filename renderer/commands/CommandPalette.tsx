import Autocomplete, { type AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import type { PopperProps } from '@mui/material/Popper'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { visuallyHidden } from '../components/visuallyHidden.ts'
import { type Command, listCommands } from './commands.ts'
import { KeyCap, toKeyName } from './KeyCap.tsx'

interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every command of the page in one list, narrowed by typing; what is chosen is done once the list is gone. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const chosen = useRef<Command>(undefined)
  const handleExited = () => {
    const command = chosen.current
    chosen.current = undefined
    command?.run()
  }
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      // The focus is back where it was by then, and stays where the command puts it.
      slotProps={{
        transition: { onExited: handleExited },
        paper: { 'aria-label': 'Commands', sx: { alignSelf: 'flex-start', mt: { xs: 2, sm: 10 } } },
      }}
    >
      <Search
        onChoose={(command) => {
          chosen.current = command
          onClose()
        }}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface SearchProps {
  readonly onChoose: (command: Command) => void
  readonly onClose: () => void
}

function Search({ onChoose, onClose }: SearchProps) {
  // As they were when the palette was opened: nothing moves under the reader.
  const [commands] = useState(listCommands)
  return (
    <Autocomplete<Command>
      open
      autoHighlight
      disablePortal
      options={commands}
      groupBy={({ group }) => group}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ group, name }) => `${group} ${name}`}
      noOptionsText="No command is called so."
      onChange={(_, command) => command && onChoose(command)}
      onClose={(_, reason) => reason === 'escape' && onClose()}
      slots={{ popper: InPlace, paper: Box }}
      slotProps={{
        listbox: {
          component: 'div',
          sx: {
            maxHeight: 'min(420px, 60vh)',
            py: 0.5,
            '& .MuiAutocomplete-option.MuiAutocomplete-option': { paddingInline: 2 },
          },
        },
      }}
      renderInput={({ slotProps }) => (
        <InputBase
          ref={slotProps.input.ref}
          autoFocus
          fullWidth
          placeholder="Type a command"
          slotProps={{ input: { ...slotProps.htmlInput, 'aria-label': 'Command' } }}
          sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}
        />
      )}
      renderGroup={(group) => <Group {...group} />}
      renderOption={({ key, ...props }, { name, key: shortcut }) => (
        <Box component="li" key={key} {...props}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {name}
          </Box>
          {shortcut !== undefined && (
            <>
              <Box component="span" sx={visuallyHidden}>
                , key
              </Box>
              <KeyCap of={toKeyName(shortcut)} />
            </>
          )}
        </Box>
      )}
    />
  )
}

/** MUI's own group is a list in a list, which no listbox may hold. */
function Group({ group, children }: AutocompleteRenderGroupParams) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="div" sx={{ px: 2, pt: 1, pb: 0.5, color: 'text.secondary' }}>
        {group}
      </Typography>
      <Box component="ul" role="presentation" sx={{ m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  )
}

/** The list stands under the field, in the same dialog. */
function InPlace({ children }: PopperProps) {
  return <Box>{typeof children === 'function' ? null : children}</Box>
}
