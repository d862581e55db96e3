import { commonType } from '../conversion/arithmetic.ts'
import type { FunctionSymbol } from '../model/symbol.ts'
import type { Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'

const LARGER: ReadonlySet<string> = new Set(['MathMax', 'MathMin', 'fmax', 'fmin'])

/**
 * Of two numbers of different types MathMax makes the larger type, as an operator would. The declaration can
 * only say double, so this says what it means. Null for every other call.
 */
export function largerType(callee: FunctionSymbol, values: readonly Value[]): Type | null {
  const [one, other] = values
  if (!callee.builtin || callee.template !== null || !LARGER.has(callee.name)) return null
  return one === undefined || other === undefined ? null : commonType(one.type, other.type)
}
