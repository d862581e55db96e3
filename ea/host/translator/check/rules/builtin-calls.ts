import type { CallExpression } from '../../ast.ts'
import { isSimple } from '../model/class-facts.ts'
import { isOpen } from '../model/type.ts'
import type { FunctionSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { checkFormat } from './format.ts'

const FORMATTED: ReadonlySet<string> = new Set(['PrintFormat', 'StringFormat', 'printf'])
const DYNAMIC_ONLY: ReadonlySet<string> = new Set(['ArrayResize', 'ArraySetAsSeries'])
const BYTES_ONLY: ReadonlySet<string> = new Set([
  'StructToCharArray',
  'CharArrayToStruct',
  'FileReadArray',
  'FileWriteArray',
])

/** What a prototype cannot say about a built-in. */
export function checkBuiltinCall(callee: FunctionSymbol, call: CallExpression, here: Here): void {
  if (FORMATTED.has(callee.name)) checkFormat(call, here)
  const [first] = call.arguments
  if (first === undefined) return
  const { type } = here.work.types.of(first)
  if (DYNAMIC_ONLY.has(callee.name) && type.kind === 'array' && type.dimensions[0] !== null) {
    here.work.report(first.at, 63, `'${callee.name}' cannot be used for an array of a fixed size`)
  }
  if (callee.name === 'EnumToString' && type.kind !== 'enum' && !isOpen(type)) {
    here.work.report(first.at, 321, 'EnumToString takes a value of an enumeration')
  }
  if (BYTES_ONLY.has(callee.name)) checkBytes(callee, call, here)
}

function checkBytes(callee: FunctionSymbol, call: CallExpression, here: Here): void {
  const index = callee.name.startsWith('File') ? 1 : 0
  const data = call.arguments[index]
  if (data === undefined) return
  const { type } = here.work.types.of(data)
  const element = type.kind === 'array' ? type.element : type
  // Arrays of strings are written with their lengths.
  if (element.kind === 'string' || isSimple(element)) return
  const code = type.kind === 'array' ? 369 : 368
  here.work.report(
    data.at,
    code,
    `'${callee.name}' takes no structure with strings, objects or dynamic arrays`,
  )
}
