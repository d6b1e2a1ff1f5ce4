import { readFileSync } from 'node:fs'
import { inProject } from './project.ts'

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>
}

const missing = findMissingPackages()
if (missing.length > 0) {
  console.error(
    'package-lock.json lacks packages of other platforms, so that `npm ci` fails. Pin an older release of their parent:',
  )
  console.error(missing.join('\n'))
  process.exit(1)
}

/**
 * Native tools publish one package a platform. `npm install` leaves out, without a word, those that the registry does not
 * have yet, and `npm ci` then refuses the lockfile.
 */
function findMissingPackages(): string[] {
  const { packages }: Lockfile = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  return Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesToLook(at, name).some((place) => place in packages))
      .map((name) => `${at}: ${name}`),
  )
}

/** Where a package at `at` finds `name`: beside itself, then ever further up. */
function placesToLook(at: string, name: string): string[] {
  const parts = at.split('/node_modules/')
  const parents = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'))
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`]
}
