import type { SourcePosition } from '../../ast.ts'
import { accept } from '../conversion/accept.ts'
import { numberType } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import type { Here } from '../work.ts'

/** What can be asked for yes or no: numbers and pointers. */
export function checkCondition(value: Value, at: SourcePosition, here: Here): void {
  if (value.type.kind === 'pointer' || value.type.kind === 'functionPointer') return
  accept(here.work, at, value, numberType('bool'))
}
