import type { Statement, SwitchCase, SwitchStatement } from '../../ast.ts'
import { isInteger } from '../model/constant.ts'
import { isIntegerType } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { Scope } from '../model/scope.ts'
import { isOpen } from '../model/type.ts'
import { inScope, type Here } from '../work.ts'
import type { Flow } from './statement.ts'

type CheckStatement = (node: Statement, here: Here, flow: Flow) => void

export function checkSwitch(node: SwitchStatement, here: Here, flow: Flow, check: CheckStatement): void {
  const { type } = here.work.evaluate(node.subject, here)
  if (!isIntegerType(type) && !isOpen(type)) {
    here.work.report(node.subject.at, 260, `a switch needs an integer, not '${printType(type)}'`)
  }
  checkLabels(node.cases, here)
  const inside = inScope(here, new Scope('block', here.scope))
  for (const each of node.cases) checkCaseBody(each, inside, flow, check)
}

function checkLabels(cases: readonly SwitchCase[], here: Here): void {
  const seen = new Set<bigint>()
  let hasDefault = false
  for (const { test, at } of cases) {
    if (test === null) {
      if (hasDefault) here.work.report(at, 238, "there is a 'default' already")
      hasDefault = true
      continue
    }
    const { known, type } = here.work.evaluate(test, here)
    if (isInteger(known) && isIntegerType(type)) {
      if (seen.has(known)) here.work.report(at, 172, `the case ${known} is there already`)
      seen.add(known)
    } else if (!isOpen(type)) {
      const code = known === null && isIntegerType(type) ? 187 : 171
      here.work.report(test.at, code, 'a case is an integer constant')
    }
  }
}

function checkCaseBody(node: SwitchCase, here: Here, flow: Flow, check: CheckStatement): void {
  for (const statement of node.statements) {
    if (statement.kind === 'variables') {
      here.work.report(statement.at, 179, 'a variable cannot be declared directly in a case')
    }
    check(statement, here, flow)
  }
}
