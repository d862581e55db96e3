import type { Expression, Statement } from '../../ast.ts'
import { OWN_CODES } from '../own-codes.ts'
import type { Here } from '../work.ts'

/** Whether the end of a statement can be reached. */
export function completes(node: Statement, here: Here): boolean {
  switch (node.kind) {
    case 'block':
      return node.statements.every(statement => completes(statement, here))
    case 'return':
    case 'break':
    case 'continue':
      return false
    case 'if':
      return node.whenFalse === null || completes(node.whenTrue, here) || completes(node.whenFalse, here)
    case 'while':
      return !isAlways(node.condition, here) || breaks(node.body, here)
    case 'for':
      return (node.condition !== null && !isAlways(node.condition, here)) || breaks(node.body, here)
    case 'doWhile':
      return breaks(node.body, here) || (completes(node.body, here) && !isAlways(node.condition, here))
    case 'switch': {
      const last = node.cases.at(-1)
      const hasDefault = node.cases.some(each => each.test === null)
      const broken = node.cases.some(each => listBreaks(each.statements, here))
      return (
        !hasDefault || broken || last === undefined || last.statements.every(each => completes(each, here))
      )
    }
    default:
      return true
  }
}

function isAlways(condition: Expression, here: Here): boolean {
  const { known } = here.work.types.of(condition)
  return known !== null && known !== 0n && known !== 0
}

/** Whether a `break` in it leaves the loop or switch that it is the body of. */
function breaks(node: Statement, here: Here): boolean {
  switch (node.kind) {
    case 'break':
      return true
    case 'block':
      return listBreaks(node.statements, here)
    case 'if':
      return breaks(node.whenTrue, here) || (node.whenFalse !== null && breaks(node.whenFalse, here))
    default:
      return false
  }
}

function listBreaks(statements: readonly Statement[], here: Here): boolean {
  for (const statement of statements) {
    if (breaks(statement, here)) return true
    if (!completes(statement, here)) return false
  }
  return false
}

/** Tells of statements that stand after a way out. */
export function checkReach(statements: readonly Statement[], here: Here): void {
  const end = statements.findIndex(statement => !completes(statement, here))
  const dead = end < 0 ? undefined : statements[end + 1]
  if (dead !== undefined && dead.kind !== 'empty' && dead.kind !== 'break') {
    here.work.report(dead.at, OWN_CODES.unreachable, 'this is never reached')
  }
  for (const statement of statements) inner(statement).forEach(list => checkReach(list, here))
}

function inner(node: Statement): (readonly Statement[])[] {
  switch (node.kind) {
    case 'block':
      return [node.statements]
    case 'if':
      return [[node.whenTrue], node.whenFalse === null ? [] : [node.whenFalse]]
    case 'for':
    case 'while':
    case 'doWhile':
      return [[node.body]]
    case 'switch':
      return node.cases.map(each => each.statements)
    default:
      return []
  }
}
