import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { monospace } from '../../../theme.ts'
import { Instructions } from '../steps/Instructions.tsx'
import { ClaimList } from './ClaimList.tsx'
import { CertaintyMark } from './ClaimText.tsx'
import type { Block, Chapter, PrintedField } from './toChapters.ts'

/** One part of the guide as it is read and printed. */
export function ChapterView({ chapter, number }: { readonly chapter: Chapter; readonly number: number }) {
  return (
    <Section title={`${number}. ${chapter.title}`}>
      {chapter.blocks.map((block, index) => (
        // Blocks have no name of their own, and their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <BlockView key={index} block={block} />
      ))}
    </Section>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'steps':
      return (
        <Titled title={block.title}>
          <Instructions steps={block.claims} start={block.start ?? 1} />
        </Titled>
      )
    case 'list':
      return (
        <Titled title={block.title}>
          <ClaimList claims={block.claims} />
        </Titled>
      )
    case 'fields':
      return <Fields fields={block.fields} />
    case 'links':
      return (
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
          {block.pages.map(({ title, url }) => (
            <Box component="li" key={url} sx={{ overflowWrap: 'anywhere' }}>
              {title}:{' '}
              <Link href={url} target="_blank" rel="noreferrer">
                {url}
              </Link>
            </Box>
          ))}
        </Box>
      )
  }
}

function Titled({ title, children }: { readonly title: string | undefined; readonly children: ReactNode }) {
  return title === undefined ? (
    children
  ) : (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="h3" sx={{ breakAfter: 'avoid' }}>
        {title}
      </Typography>
      {children}
    </Box>
  )
}

/** The form as a table: the label there, the value that belongs into it. */
function Fields({ fields }: { readonly fields: readonly PrintedField[] }) {
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: '0.8125rem',
        '& th, & td': { border: 1, borderColor: 'divider', px: 1.25, py: 0.75, textAlign: 'left', verticalAlign: 'top' },
        '& th': { fontWeight: 600 },
        '& tr': { breakInside: 'avoid' },
      }}
    >
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ width: '34%' }}>
            Field
          </Box>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, value, isExact, note, certainty }) => (
          <tr key={label}>
            <Box component="th" scope="row" sx={{ '&&': { fontWeight: 400 }, overflowWrap: 'anywhere' }}>
              <em>{label}</em>
              <CertaintyMark certainty={certainty} />
            </Box>
            <td>
              <Box
                component={isExact ? 'code' : 'span'}
                sx={{
                  whiteSpace: 'pre-wrap',
                  overflowWrap: 'anywhere',
                  ...(isExact ? { fontFamily: monospace, userSelect: 'all' } : { fontWeight: 600 }),
                }}
              >
                {value}
              </Box>
              {note === undefined ? null : (
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
                  <Words>{note}</Words>
                </Typography>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
