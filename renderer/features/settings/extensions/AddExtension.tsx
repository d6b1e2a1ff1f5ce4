import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ChangeEvent, useRef, useState } from 'react'
import type { Extension, ExtensionList } from '#contract/extension.ts'
import type { Json } from '#contract/scim/resource.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { ExtensionForm } from './ExtensionForm.tsx'
import { readSchemaFile } from './readSchemaFile.ts'
import { useSaveExtension } from './useSaveExtension.ts'

interface AddExtensionProps {
  readonly connection: string
  readonly list: ExtensionList
}

/** The ways to add a custom extension: a file, an example that comes with Rollcall, or a form. */
export function AddExtension({ connection, list }: AddExtensionProps) {
  const [form, setForm] = useState<'unopened' | 'open' | 'closed'>('unopened')
  const [fileRefusal, setFileRefusal] = useState<string>()
  /** A file for an extension that is there already. */
  const [asked, setAsked] = useState<{ readonly schema: Json; readonly former: Extension }>()
  const save = useSaveExtension(connection)
  const examples = list.examples.filter(({ id }) => !findExtension(list, id))

  const handleFile = async (file: File) => {
    const read = await readSchemaFile(file)
    setFileRefusal('refusal' in read ? read.refusal : undefined)
    save.reset()
    if (!('schema' in read)) return
    const { schema } = read
    const former = findExtension(list, toId(schema))
    if (former) setAsked({ schema, former })
    else save.mutate({ schema })
  }

  if (form === 'open') return <ExtensionForm connection={connection} onClose={() => setForm('closed')} />
  const refusal = fileRefusal ?? save.refusal
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <FileButton isDisabled={save.isPending} onFile={(file) => void handleFile(file)} />
        <Button variant="outlined" autoFocus={form === 'closed'} onClick={() => setForm('open')}>
          Build one by hand
        </Button>
        {examples.map((example) => (
          <Button
            key={example.id}
            variant="text"
            disabled={save.isPending}
            onClick={() => {
              setFileRefusal(undefined)
              save.mutate({ schema: example })
            }}
          >
            Add the example {example.name}
          </Button>
        ))}
      </Box>
      {refusal !== undefined && <Alert severity="error">{refusal}</Alert>}
      {save.error && <ErrorNotice title="The extension could not be added" error={save.error} />}
      {asked && (
        <ConfirmDialog
          isOpen
          title={`Replace ${asked.former.name}?`}
          confirmLabel={`Replace ${asked.former.name}`}
          onConfirm={() => {
            save.mutate({ schema: asked.schema, urn: asked.former.id })
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        >
          <Typography>
            The connection has an extension with the URN of this file. What learners have of attributes that the file leaves out
            stays stored out of sight.
          </Typography>
        </ConfirmDialog>
      )}
    </>
  )
}

function FileButton({ isDisabled, onFile }: { readonly isDisabled: boolean; readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const handleChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) onFile(file)
    // The same file again, corrected, must count as a new choice.
    target.value = ''
  }
  return (
    <>
      <Button variant="outlined" disabled={isDisabled} onClick={() => input.current?.click()}>
        Add from a schema file
      </Button>
      {/* The button is what people reach; the browser's own control only opens the choice of a file. */}
      <input ref={input} type="file" hidden accept=".json,application/json" aria-label="Schema file" onChange={handleChange} />
    </>
  )
}

function toId(schema: Json): string | undefined {
  const id = typeof schema === 'object' && schema !== null && 'id' in schema ? schema['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

const findExtension = ({ extensions }: ExtensionList, id: string | undefined): Extension | undefined =>
  extensions.find((one) => one.id.toLowerCase() === id?.toLowerCase())
