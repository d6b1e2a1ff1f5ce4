import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useRef } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useCommands } from '../../commands/useCommands.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { GroupRoster } from './GroupRoster.tsx'
import { LearnerProfile } from './LearnerProfile.tsx'
import { LearnerRoster } from './LearnerRoster.tsx'
import { type RosterQuery, readRosterQuery, toRosterParams } from './rosterQuery.ts'

interface LearnersPageProps {
  readonly connection: string
}

/** Learners: the roster and its groups, and one learner with all that touched it. */
export function LearnersPage({ connection }: LearnersPageProps) {
  const { learner } = useParams<'learner'>()
  if (learner !== undefined) return <LearnerProfile key={learner} connection={connection} learner={learner} />
  return <Roster connection={connection} />
}

function Roster({ connection }: LearnersPageProps) {
  const [params, setParams] = useSearchParams()
  const query = readRosterQuery(params)
  const searchField = useRef<HTMLInputElement>(null)
  useCommands([
    {
      name: query.tab === 'groups' ? 'Find a group' : 'Find a learner',
      group: 'This screen',
      key: '/',
      run: () => searchField.current?.focus(),
    },
  ])

  const change = (by: Partial<RosterQuery>) => setParams(toRosterParams({ ...query, page: 0, ...by }), { replace: true })
  const props = { connection, query, searchField, onChange: change }
  return (
    <Box sx={{ p: { xs: 2, sm: 3 } }}>
      <ScreenHeader title="Learners" />
      <Tabs
        value={query.tab}
        onChange={(_, tab: RosterQuery['tab']) =>
          setParams(toRosterParams(readRosterQuery(new URLSearchParams({ tab }))), { replace: true })
        }
        aria-label="Learners or groups"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        <Tab value="learners" label="Learners" id="learners-tab" aria-controls="roster" />
        <Tab value="groups" label="Groups" id="groups-tab" aria-controls="roster" />
      </Tabs>
      <Box role="tabpanel" id="roster" aria-labelledby={`${query.tab}-tab`}>
        {query.tab === 'groups' ? <GroupRoster {...props} /> : <LearnerRoster {...props} />}
      </Box>
    </Box>
  )
}
