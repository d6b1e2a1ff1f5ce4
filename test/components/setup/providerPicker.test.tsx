import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ProviderChoice } from '#contract/provider.ts'
import { ProviderPicker } from '../../../renderer/features/setup/steps/ProviderPicker.tsx'

afterEach(cleanup)

function open(first: ProviderChoice | null) {
  const onChoose = vi.fn<(choice: ProviderChoice) => void>()
  function Picker() {
    const [chosen, setChosen] = useState(first)
    return (
      <ProviderPicker
        chosen={chosen}
        onChoose={(choice) => {
          onChoose(choice)
          setChosen(choice)
        }}
      />
    )
  }
  render(<Picker />)
  return onChoose
}

const namesIn = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent)

it('offers every provider once, by where it calls from', () => {
  open(null)
  expect(namesIn('In the cloud')).toEqual([
    'Okta, own application',
    'Okta, catalog application',
    'Microsoft Entra IDbefore: Azure AD',
    'OneLogin',
    'JumpCloud',
    'PingOne',
    'Google Workspace',
    'CyberArk Identitybefore: Idaptive',
    'Rippling',
  ])
  expect(namesIn('In your own network: no tunnel')).toEqual(['Entra ID, on-premises agent', 'Keycloak', 'authentik'])
  expect(namesIn('Any other')).toEqual(['Another provider'])
  expect(screen.getByRole('radiogroup', { name: 'Identity provider' })).toBeDefined()
})

it('is one choice for the keyboard, across its groups', async () => {
  const onChoose = open('rippling')
  const user = userEvent.setup()
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Rippling' }))
  await user.keyboard('{ArrowDown}')
  expect(onChoose).toHaveBeenLastCalledWith('entra-agent')
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(onChoose).toHaveBeenLastCalledWith('cyberark')
  await user.tab()
  expect(screen.getAllByRole('radio')).not.toContain(document.activeElement)
})

it('says for whom the chosen one is', async () => {
  open(null)
  expect(screen.queryByText(/You install the extension/)).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'Keycloak' }))
  expect(screen.getByText(/You install the extension/)).toBeDefined()
})
