import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { AttributeFields } from './AttributeFields.tsx'
import { type AttributeDraft, withNewAttribute } from './extensionDraft.ts'

interface AttributeListProps {
  readonly attributes: readonly AttributeDraft[]
  readonly onChange: (attributes: readonly AttributeDraft[]) => void
  /** Where the attribute stands whose sub-attributes these are: "attribute 2"; absent for those of the extension itself. */
  readonly of?: string
}

const plainTypes: readonly AttributeDraft['type'][] = [
  'string',
  'boolean',
  'integer',
  'decimal',
  'dateTime',
  'reference',
  'binary',
]

/** The attributes of a custom extension, one below the other, those of a complex one inside it. */
export function AttributeList({ attributes, onChange, of }: AttributeListProps) {
  const isSub = of !== undefined
  const change = (changed: AttributeDraft) => onChange(attributes.map((one) => (one.key === changed.key ? changed : one)))
  return (
    <>
      {attributes.map((attribute, index) => (
        <Box
          key={attribute.key}
          sx={
            isSub
              ? { pl: 1.5, py: 1, borderLeft: 2, borderColor: 'divider' }
              : { px: 2, py: 2, borderBottom: 1, borderColor: 'divider' }
          }
        >
          <AttributeFields
            label={isSub ? `Sub-attribute ${index + 1} of ${of}` : `Attribute ${index + 1}`}
            attribute={attribute}
            types={isSub ? plainTypes : [...plainTypes, 'complex']}
            onChange={change}
            onRemove={attributes.length === 1 ? undefined : () => onChange(attributes.filter(({ key }) => key !== attribute.key))}
          >
            {attribute.type === 'complex' && (
              <AttributeList
                of={`attribute ${index + 1}`}
                attributes={attribute.subAttributes}
                onChange={(subAttributes) => change({ ...attribute, subAttributes })}
              />
            )}
          </AttributeFields>
        </Box>
      ))}
      <Button
        variant={isSub ? 'text' : 'outlined'}
        onClick={() => onChange(withNewAttribute(attributes))}
        sx={{ justifySelf: 'start', ...(!isSub && { m: 2, mb: 0 }) }}
      >
        {isSub ? `Add a sub-attribute to ${of}` : 'Add an attribute'}
      </Button>
    </>
  )
}
