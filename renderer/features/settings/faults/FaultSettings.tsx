import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFaults } from '../../../useFaults.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { FaultForm } from './FaultForm.tsx'
import { FaultList } from './FaultList.tsx'

/** Arms faults on purpose, to see what the identity provider does when the endpoint fails; the banner leads here. */
export function FaultSettings({ connection }: { readonly connection: string }) {
  const { faults, arm, disarm } = useFaults(connection)
  const start = useRef<HTMLDivElement>(null)
  const location = useLocation()
  useEffect(() => {
    if (location.hash === '#faults') start.current?.scrollIntoView({ block: 'start' })
  }, [location])
  return (
    <div id="faults" ref={start}>
      <SettingsSection
        title="Faults on purpose"
        about="See what the identity provider does when the endpoint fails. An armed fault is met by the next requests that fit and carry a token. It is disarmed after 15 minutes and by a restart, and counts as no error."
      >
        <FaultForm isBusy={arm.isPending} onArm={(order) => arm.mutate(order)} />
        {arm.error && <ErrorNotice title="The fault could not be armed" error={arm.error} />}
        <FaultList faults={faults} onDisarm={(id) => disarm.mutate(id)} />
        {disarm.error && <ErrorNotice title="The fault could not be disarmed" error={disarm.error} />}
      </SettingsSection>
    </div>
  )
}
