import type { Constant } from './constant.ts'
import type { FunctionSymbol, Symbol } from './symbol.ts'
import { UNKNOWN, type Type } from './type.ts'

/** What is known of an expression. */
export type Value = {
  readonly type: Type
  /** It stands for a variable, so that a reference can be bound to it. */
  readonly place: boolean
  /** It must not be written to. */
  readonly constant: boolean
  /** Its value, when the compiler knows it. */
  readonly known: Constant | null
  /** The variable, enumeration member or function that was named. */
  readonly symbol: Symbol | null
  /** The functions that a name stands for, before a call chooses one. */
  readonly overloads: readonly FunctionSymbol[]
}

export function valueOf(type: Type, rest: Partial<Value> = {}): Value {
  return { type, place: false, constant: false, known: null, symbol: null, overloads: [], ...rest }
}

export const NOTHING_KNOWN: Value = valueOf(UNKNOWN, { place: true })
