import type { Program, VariableDeclaration } from '../ast.ts'
import type { Problem } from '../source/problem.ts'
import { declareProgram, type Declared } from './declare/program.ts'
import { checkVariable } from './declare/variables.ts'
import { checkInitial, isConstantInitial } from './declare/initial.ts'
import { evaluate } from './expression/evaluate.ts'
import { methodsOf } from './model/class-facts.ts'
import { Scope } from './model/scope.ts'
import type { ClassSymbol, FunctionSymbol, Symbol } from './model/symbol.ts'
import { checkEventHandler } from './rules/event-handlers.ts'
import { checkFunctionBody } from './statement/function-body.ts'
import type { Types } from './types.ts'
import { inScope, Work, type Here } from './work.ts'

export type CheckResult = {
  /** What MQL5's compiler refuses or warns about, in the order of the text. */
  readonly problems: readonly Problem[]
  readonly types: Types
}

/** Checks a program against the rules of MQL5. `builtins` declares everything that it may call. */
export function check(program: Program, builtins: Program): CheckResult {
  const work = new Work(evaluate)
  const outer = new Scope('builtin', null)
  const top: Here = { work, scope: outer, owner: null, function: null, returnType: null }
  declareProgram(builtins, top, true)
  const here = inScope(top, new Scope('global', outer))
  const declared = declareProgram(program, here, false)
  for (const declaration of program.declarations) {
    if (declaration.kind === 'variables') checkGlobals(declaration, here)
  }
  const symbols = everySymbol(here.scope.allOwn())
  const functions = symbols.filter(symbol => symbol.kind === 'function')
  for (const each of functions) checkFunctionBody(each, here)
  for (const each of functions) checkFunction(each, work)
  for (const each of symbols) if (each.kind === 'class') checkStatics(each, declared, work)
  return { problems: inOrder(work.problems, program), types: work.types }
}

function checkGlobals(node: VariableDeclaration, here: Here): void {
  for (const declarator of node.declarators) {
    const symbol = here.work.types.variable(declarator)
    if (symbol === null) continue
    if (symbol.owner === null) {
      checkVariable(declarator, symbol, node.storage, here)
    } else if (declarator.initial !== null) {
      const inside = { ...here, owner: symbol.owner }
      checkInitial(declarator.initial, symbol.type, inside)
      if (!isConstantInitial(declarator.initial, inside)) {
        here.work.report(declarator.initial.at, 188, `'${symbol.name}' needs a constant as its first value`)
      }
    }
  }
}

function checkFunction(symbol: FunctionSymbol, work: Work): void {
  checkEventHandler(symbol, work)
  const { isPure, isDeleted } = symbol.declaration
  if (symbol.definition !== null || isPure || isDeleted || symbol.owner?.keyword === 'interface') return
  if (symbol.called) work.report(symbol.at, 111, `'${symbol.name}' is called and has no body`)
  else work.report(symbol.at, 41, `'${symbol.name}' has no body and is not called`)
}

/** Everything declared, with what is in classes. */
function everySymbol(symbols: readonly Symbol[]): Symbol[] {
  return symbols.flatMap(symbol =>
    symbol.kind === 'class' ? [symbol, ...everySymbol(membersOf(symbol))] : [symbol],
  )
}

function membersOf(owner: ClassSymbol): Symbol[] {
  const { destructor, constructors } = owner
  const nested = [...owner.members.values()].flat().filter(member => member.kind === 'class')
  return [...methodsOf(owner), ...constructors, ...(destructor === null ? [] : [destructor]), ...nested]
}

function checkStatics(owner: ClassSymbol, { definedStatics }: Declared, work: Work): void {
  if (owner.template !== null) return
  for (const field of [...owner.members.values()].flat()) {
    if (field.kind === 'variable' && field.isStatic && !definedStatics.has(field)) {
      work.report(field.at, 370, `the static member '${field.name}' must be defined outside of its class`)
    }
  }
}

function inOrder(problems: readonly Problem[], program: Program): Problem[] {
  const files = new Map<string, number>()
  for (const { at } of [program, ...program.declarations]) {
    if (!files.has(at.file)) files.set(at.file, files.size)
  }
  const rank = ({ at }: Problem): number => files.get(at.file) ?? files.size
  return problems.toSorted(
    (one, other) => rank(one) - rank(other) || one.at.line - other.at.line || one.at.column - other.at.column,
  )
}
