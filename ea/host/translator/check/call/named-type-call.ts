import type { CallExpression } from '../../ast.ts'
import { canCast } from '../conversion/convert.ts'
import { printType } from '../model/print-type.ts'
import type { ClassSymbol, EnumSymbol, TemplateParameterSymbol } from '../model/symbol.ts'
import { UNKNOWN, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'

/** `ENUM_TYPE(value)`: a cast in the form of a call. A class cannot be written so. */
export function callNamedType(
  symbol: EnumSymbol | ClassSymbol | TemplateParameterSymbol,
  call: CallExpression,
  here: Here,
): Value {
  const values = call.arguments.map(argument => here.work.evaluate(argument, here))
  if (symbol.kind === 'class') {
    here.work.report(call.at, 305, `a constructor of '${symbol.name}' cannot be called by hand`)
    return NOTHING_KNOWN
  }
  const type: Type = symbol.kind === 'enum' ? { kind: 'enum', symbol } : { kind: 'open', name: symbol.name }
  const [value] = values
  if (value === undefined || values.length > 1) {
    here.work.report(call.at, 199, `a cast to '${symbol.name}' takes one value`)
    return valueOf(UNKNOWN)
  }
  if (!canCast(value, type)) {
    here.work.report(call.at, 252, `'${printType(value.type)}' cannot be cast to '${printType(type)}'`)
  }
  return valueOf(type, { known: typeof value.known === 'bigint' ? value.known : null })
}
