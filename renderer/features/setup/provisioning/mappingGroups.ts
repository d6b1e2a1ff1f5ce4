import type { Mapping, UnkeptAttribute } from '#contract/setup.ts'

/** Mappings of one schema. */
export interface MappingGroup {
  readonly name: string
  /** null for the core schema, whose attributes are written without it. */
  readonly urn: string | null
  readonly mappings: readonly Mapping[]
}

/** Something to look at: it never arrived, or what arrives looks wrong. */
export const isGap = ({ state, doubt }: Mapping): boolean => state === 'missing' || doubt !== null

/** What is not kept and could be, or is sent for nothing. */
export const isLoss = ({ fix }: UnkeptAttribute): boolean => fix !== null

/** By schema, the core first; required ones first, then as they came. */
export function groupMappings(mappings: readonly Mapping[]): MappingGroup[] {
  const sorted = [...mappings.filter(({ required }) => required), ...mappings.filter(({ required }) => !required)]
  const groups = [...Map.groupBy(sorted, toUrn)].map(([urn, own]) => ({ urn, name: own[0]?.schemaName ?? '', mappings: own }))
  return [...groups.filter(({ urn }) => urn === null), ...groups.filter(({ urn }) => urn !== null)]
}

const toUrn = ({ attribute, shortName }: Mapping): string | null =>
  attribute === shortName ? null : attribute.slice(0, -shortName.length - 1)
