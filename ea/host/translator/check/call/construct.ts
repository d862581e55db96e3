import type { Expression, SourcePosition } from '../../ast.ts'
import { abstractMethods, fillingOf } from '../model/class-facts.ts'
import type { ClassType } from '../model/type.ts'
import type { Here } from '../work.ts'
import { checkAccess } from './access.ts'
import { choose } from './choose.ts'
import { reportChoice } from './report-choice.ts'

/** An object comes into being: checks class, constructor and arguments. */
export function checkConstruction(
  type: ClassType,
  written: readonly Expression[],
  at: SourcePosition,
  here: Here,
): void {
  const values = written.map(argument => here.work.evaluate(argument, here))
  const { symbol } = type
  if (symbol.constructors.length === 0) {
    if (written.length > 0) here.work.report(at, 339, `'${symbol.name}' has no constructor with parameters`)
    return
  }
  const choice = choose(symbol.constructors, { values, written: [], owner: fillingOf(type, symbol) })
  reportChoice(choice, at, written, here)
  if (choice.kind !== 'chosen') return
  choice.match.callee.called = true
  checkAccess(choice.match.callee, at, here)
}

/** Only a class that leaves nothing open can have objects of its own. */
export function checkInstantiable(type: ClassType, at: SourcePosition, here: Here): void {
  if (type.symbol.keyword === 'interface') {
    here.work.report(at, 399, `'${type.symbol.name}' is an interface: there are no objects of it`)
    return
  }
  const [missing] = abstractMethods(type.symbol)
  if (missing === undefined) return
  here.work.report(at, 383, `'${type.symbol.name}' is abstract: '${missing.name}' is not implemented`)
}
