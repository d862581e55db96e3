import type { SourcePosition } from '../../ast.ts'
import { printType } from '../model/print-type.ts'
import type { Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import type { Work } from '../work.ts'
import { convert } from './convert.ts'

/** A value is put where a type is wanted: tells what the compiler would say about it. */
export function accept(work: Work, at: SourcePosition, value: Value, to: Type, impossible = 302): void {
  if (value.type.kind === 'void' && to.kind !== 'unknown') {
    work.report(at, 151, 'an expression of type void has no value')
    return
  }
  const conversion = convert(value, to)
  if (conversion === null) {
    work.report(at, impossible, `cannot convert '${printType(value.type)}' to '${printType(to)}'`)
  } else if (conversion.complaint !== null) {
    work.report(at, conversion.complaint.code, conversion.complaint.text)
  }
}
