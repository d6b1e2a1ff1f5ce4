import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ChangeEvent, useRef, useState } from 'react'
import type { ExtensionList } from '#contract/extension.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { ExtensionForm } from './ExtensionForm.tsx'
import { readSchemaFile } from './readSchemaFile.ts'
import { useAddExtension } from './useAddExtension.ts'

interface AddExtensionProps {
  readonly connection: string
  readonly list: ExtensionList
}

/** The ways to add a custom extension: a file, an example that comes with Rollcall, or a form. */
export function AddExtension({ connection, list }: AddExtensionProps) {
  const [isBuilding, setIsBuilding] = useState(false)
  const fileInput = useRef<HTMLInputElement>(null)
  const [fileRefusal, setFileRefusal] = useState<string>()
  const add = useAddExtension(connection)
  const examples = list.examples.filter(({ id }) => list.extensions.every((one) => one.id.toLowerCase() !== id.toLowerCase()))

  const handleFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    const read = await readSchemaFile(file)
    // The same file again, corrected, must count as a new choice.
    input.value = ''
    setFileRefusal('refusal' in read ? read.refusal : undefined)
    add.reset()
    if ('schema' in read) add.mutate(read.schema)
  }

  if (isBuilding) return <ExtensionForm connection={connection} onClose={() => setIsBuilding(false)} />
  const refusal = fileRefusal ?? add.refusal
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" disabled={add.isPending} onClick={() => fileInput.current?.click()}>
          Add from a schema file
        </Button>
        {/* The button is what people reach; the browser's own control only opens the choice of a file. */}
        <input
          ref={fileInput}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label="Schema file"
          onChange={(event) => void handleFile(event)}
        />
        <Button variant="outlined" onClick={() => setIsBuilding(true)}>
          Build one by hand
        </Button>
        {examples.map((example) => (
          <Button
            key={example.id}
            variant="text"
            disabled={add.isPending}
            onClick={() => {
              setFileRefusal(undefined)
              add.mutate(example)
            }}
          >
            Add the example {example.name}
          </Button>
        ))}
      </Box>
      {refusal !== undefined && <Alert severity="error">{refusal}</Alert>}
      {add.error && <ErrorNotice title="The extension could not be added" error={add.error} />}
    </>
  )
}
