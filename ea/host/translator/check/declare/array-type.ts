import type { Dimension } from '../../ast.ts'
import { isInteger } from '../model/constant.ts'
import type { Type } from '../model/type.ts'
import type { Here } from '../work.ts'

/** The type of `name[3][4]`: only the first size may be left open. */
export function withDimensions(element: Type, dimensions: readonly Dimension[], here: Here): Type {
  if (dimensions.length === 0) return element
  const sizes = dimensions.map((dimension, index) => {
    if (dimension === null) return index === 0 ? null : 0
    const { known } = here.work.evaluate(dimension, here)
    if (isInteger(known) && known > 0n) return Number(known)
    const code = known === null ? 188 : 203
    here.work.report(dimension.at, code, 'the size of an array is a positive integer constant')
    return 1
  })
  return { kind: 'array', element, dimensions: sizes }
}
