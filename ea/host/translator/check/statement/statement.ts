import type { BlockStatement, DeleteStatement, ForStatement, ReturnStatement, Statement } from '../../ast.ts'
import { accept } from '../conversion/accept.ts'
import { checkCondition } from '../expression/condition.ts'
import { Scope } from '../model/scope.ts'
import type { VariableSymbol } from '../model/symbol.ts'
import { isOpen } from '../model/type.ts'
import { checkEffect } from '../rules/effect.ts'
import { inScope, type Here } from '../work.ts'
import { declareLocals } from './locals.ts'
import { checkSwitch } from './switch.ts'

/** What a statement is inside of, and the variables met so far in the function. */
export type Flow = {
  readonly loop: boolean
  readonly switching: boolean
  readonly locals: VariableSymbol[]
}

export function checkBlock(node: BlockStatement, here: Here, flow: Flow): void {
  const inside = inScope(here, new Scope('block', here.scope))
  for (const statement of node.statements) checkStatement(statement, inside, flow)
}

export function checkStatement(node: Statement, here: Here, flow: Flow): void {
  switch (node.kind) {
    case 'block':
      checkBlock(node, here, flow)
      return
    case 'variables':
      declareLocals(node, here, flow.locals)
      return
    case 'expressionStatement':
      here.work.evaluate(node.expression, here)
      checkEffect(node.expression, here)
      return
    case 'if':
      checkCondition(here.work.evaluate(node.condition, here), node.condition.at, here)
      checkControlled(node.whenTrue, here, flow)
      if (node.whenFalse !== null) checkControlled(node.whenFalse, here, flow)
      return
    case 'for':
      checkFor(node, here, flow)
      return
    case 'while':
    case 'doWhile':
      checkCondition(here.work.evaluate(node.condition, here), node.condition.at, here)
      checkControlled(node.body, here, { ...flow, loop: true })
      return
    case 'switch':
      checkSwitch(node, here, { ...flow, switching: true }, checkStatement)
      return
    case 'break':
      if (!flow.loop && !flow.switching) here.work.report(node.at, 153, "'break' leaves a loop or a switch")
      return
    case 'continue':
      if (!flow.loop) here.work.report(node.at, 210, "'continue' belongs into a loop")
      return
    case 'return':
      checkReturn(node, here)
      return
    case 'delete':
      checkDelete(node, here)
      return
    case 'empty':
  }
}

/** A lone `;` after a condition is a slip more often than a wish. */
function checkControlled(node: Statement, here: Here, flow: Flow): void {
  if (node.kind === 'empty') here.work.report(node.at, 69, 'nothing is controlled here')
  const inside = inScope(here, new Scope('block', here.scope))
  checkStatement(node, inside, flow)
}

function checkFor(node: ForStatement, here: Here, flow: Flow): void {
  const inside = inScope(here, new Scope('block', here.scope))
  if (node.initial?.kind === 'variables') declareLocals(node.initial, inside, flow.locals)
  else if (node.initial !== null) {
    inside.work.evaluate(node.initial, inside)
    checkEffect(node.initial, inside)
  }
  if (node.condition !== null) {
    checkCondition(inside.work.evaluate(node.condition, inside), node.condition.at, inside)
  }
  if (node.step !== null) {
    inside.work.evaluate(node.step, inside)
    checkEffect(node.step, inside)
  }
  checkControlled(node.body, inside, { ...flow, loop: true })
}

function checkReturn(node: ReturnStatement, here: Here): void {
  const wanted = here.returnType ?? { kind: 'void' }
  if (node.value === null) {
    if (wanted.kind !== 'void') here.work.report(node.at, 121, 'this function must return a value')
    return
  }
  const value = here.work.evaluate(node.value, here)
  if (wanted.kind === 'void') {
    here.work.report(node.at, 167, 'a function of type void returns no value')
  } else {
    accept(here.work, node.value.at, value, wanted)
  }
}

function checkDelete(node: DeleteStatement, here: Here): void {
  const { type } = here.work.evaluate(node.operand, here)
  if (type.kind === 'pointer' || isOpen(type)) return
  const code = type.kind === 'array' ? 235 : 237
  here.work.report(node.at, code, "'delete' needs a pointer")
}
