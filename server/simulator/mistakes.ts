import type { SimulatorMistake } from '#contract/setup.ts'
import { type Person, toStranger } from './people.ts'
import type { Profile, Step } from './profile.ts'

/** Something wrong in what was pasted into the provider. Its first refused request ends everything. */
export interface WrongSetup {
  readonly toToken: (token: string) => string
  readonly toUrl: (url: string) => string
}

const right: WrongSetup = { toToken: (token) => token, toUrl: (url) => url }

const wrongSetups: Readonly<Partial<Record<SimulatorMistake, WrongSetup>>> = {
  // As long and of the same form as the right one.
  'wrong-token': { ...right, toToken: (token) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A') },
  'doubled-prefix': { ...right, toToken: (token) => `Bearer ${token}` },
  'wrong-path': { ...right, toUrl: (url) => `${url.replace(/\/+$/, '')}/Users` },
}

/** How a mistake spoils what was pasted; undefined where it is one of another kind. */
export const findWrongSetup = (mistake: SimulatorMistake | null): WrongSetup | undefined =>
  mistake === null ? undefined : wrongSetups[mistake]

/** How often a request is sent that is told again and again to wait. */
export const stormAttempts = 5

const withoutSurname: Person = { ...toStranger(['Noor', 'Haddad'], 1), familyName: '' }
const withoutEmail: Person = { ...toStranger(['Lukas', 'Weber'], 2), email: '' }
const slowedDown = toStranger(['Ines', 'Duarte'], 3)

/** Whom mistakes are made with. */
export const mistakenPeople: readonly Person[] = [withoutSurname, withoutEmail, slowedDown]

/** What a mistake adds after everything else. @param first somebody who is there already */
export function toMistakeSteps(mistake: SimulatorMistake | null, profile: Profile, first: Person): readonly PlannedStep[] {
  switch (mistake) {
    case 'duplicate':
      return createAgain(profile, first, { refusal: 409 })
    case 'missing-surname':
      return profile.provision(withoutSurname)
    case 'empty-email':
      return profile.provision(withoutEmail)
    case '429-storm':
      return createAgain(profile, slowedDown, { refusal: 429 })
    default:
      return []
  }
}

/** A step of a run, and what of it is a mistake on purpose. */
export interface PlannedStep extends Step {
  /** The status that it is to be refused with, or the run has failed. */
  readonly refusal?: 409 | 429
}

/** The provider's create alone, as where its look-up missed the person. */
function createAgain(profile: Profile, person: Person, { refusal }: { refusal: 409 | 429 }): readonly PlannedStep[] {
  return profile
    .provision(person)
    .filter(({ creates }) => creates)
    .map(({ doing, toRequest }) => ({ doing, toRequest, refusal }))
}
