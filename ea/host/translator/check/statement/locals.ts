import type { SourcePosition, VariableDeclaration } from '../../ast.ts'
import { checkName } from '../declare/names.ts'
import { checkVariable, variableSymbol } from '../declare/variables.ts'
import type { Scope } from '../model/scope.ts'
import type { VariableSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'

/** Declares the variables of a statement. A variable may be named in its own initial value only by mistake. */
export function declareLocals(node: VariableDeclaration, here: Here, locals: VariableSymbol[]): void {
  if (node.storage === 'input' || node.storage === 'sinput' || node.storage === 'extern') {
    here.work.report(node.at, 326, `'${node.storage}' is for the top of a program`)
  }
  for (const declarator of node.declarators) {
    const symbol = variableSymbol(declarator, node.storage, 'local', here)
    checkVariable(declarator, symbol, node.storage, here)
    if (addLocal(symbol, here)) locals.push(symbol)
  }
}

/** False when the scope has the name already. */
export function addLocal(symbol: VariableSymbol, here: Here): boolean {
  checkName(symbol.name, symbol.at, here.work)
  const { name, at } = symbol
  if (here.scope.own(name).length > 0) {
    here.work.report(at, 124, `'${name}' is declared already`)
    return false
  }
  checkHiding(name, at, here, here.scope.parent)
  here.scope.add(symbol)
  return true
}

function checkHiding(name: string, at: SourcePosition, here: Here, outer: Scope | null): void {
  if (outer === null) return
  const hidden = outer.own(name).find(each => each.kind === 'variable')
  if (hidden === undefined) {
    checkHiding(name, at, here, outer.parent)
    return
  }
  const [code, what] = hiddenCode(hidden)
  here.work.report(at, code, `'${name}' hides ${what} of line ${hidden.at.line}`)
}

function hiddenCode(hidden: VariableSymbol): [number, string] {
  if (hidden.builtin) return [64, 'a variable of MQL5 itself']
  if (hidden.place === 'field') return [72, 'a member of the class']
  if (hidden.place === 'global') return [62, 'a global variable']
  return [61, 'a local variable']
}
