import { capitalisedOp } from './capitalisedOp.ts'
import { createSelectedValue } from './createSelectedValue.ts'
import { doubledSlash } from './doubledSlash.ts'
import { emptyOperations } from './emptyOperations.ts'
import { emptyStringClears } from './emptyStringClears.ts'
import { extensionNotListed } from './extensionNotListed.ts'
import { jsonInRole } from './jsonInRole.ts'
import { loneBackslash } from './loneBackslash.ts'
import { managerByReference } from './managerByReference.ts'
import { missingMediaType } from './missingMediaType.ts'
import { missingSchema } from './missingSchema.ts'
import { numberForString } from './numberForString.ts'
import { operationInMember } from './operationInMember.ts'
import { pathCase } from './pathCase.ts'
import { plainValue } from './plainValue.ts'
import { qualifiedKey } from './qualifiedKey.ts'
import { readOnlyInValue } from './readOnlyInValue.ts'
import { removeListedValues } from './removeListedValues.ts'
import { spacesAfterBearer } from './spacesAfterBearer.ts'
import { stringBoolean } from './stringBoolean.ts'
import type { Tolerance } from './tolerance.ts'
import { trailingSlash } from './trailingSlash.ts'
import { unknownMember } from './unknownMember.ts'
import { unknownSchema } from './unknownSchema.ts'
import { unqualifiedExtension } from './unqualifiedExtension.ts'
import { unquotedValue } from './unquotedValue.ts'
import { valueInList } from './valueInList.ts'
import { valuePathComparison } from './valuePathComparison.ts'
import { valueWithoutList } from './valueWithoutList.ts'

/** Every rule that can be bent. */
export const tolerances: readonly Tolerance[] = [
  capitalisedOp,
  createSelectedValue,
  doubledSlash,
  emptyOperations,
  emptyStringClears,
  extensionNotListed,
  jsonInRole,
  loneBackslash,
  managerByReference,
  missingMediaType,
  missingSchema,
  numberForString,
  operationInMember,
  pathCase,
  plainValue,
  qualifiedKey,
  readOnlyInValue,
  removeListedValues,
  spacesAfterBearer,
  stringBoolean,
  trailingSlash,
  unknownMember,
  unknownSchema,
  unqualifiedExtension,
  unquotedValue,
  valueInList,
  valuePathComparison,
  valueWithoutList,
]
