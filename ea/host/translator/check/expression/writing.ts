import type { SourcePosition } from '../../ast.ts'
import { isOpen } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import type { Here } from '../work.ts'

/** Tells when something is written to that cannot be, or must not be. */
export function checkWritable(target: Value, at: SourcePosition, here: Here): void {
  const { symbol } = target
  if (!target.place) {
    if (!isOpen(target.type) || target.overloads.length > 0) {
      here.work.report(at, 177, 'only a variable can be written to')
    }
    return
  }
  if (!target.constant) return
  const isField = symbol?.kind === 'variable' && symbol.place === 'field'
  const inConstMethod = here.function?.declaration.isConst === true && here.owner !== null
  if (isField && !symbol.constant && inConstMethod) {
    here.work.report(at, 274, `'${symbol.name}' cannot be changed in a constant method`)
    return
  }
  const name = symbol === null ? 'a constant' : `'${symbol.name}'`
  const why = symbol?.kind === 'variable' && symbol.isInput ? 'an input is read-only' : 'it is constant'
  here.work.report(at, 189, `${name} cannot be changed: ${why}`)
}
