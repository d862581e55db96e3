import type { FunctionDeclaration } from '../../ast.ts'
import { checkConstruction } from '../call/construct.ts'
import { accept } from '../conversion/accept.ts'
import { templateScope } from '../declare/functions.ts'
import { classScope } from '../declare/methods.ts'
import { checkDefaultValues } from '../declare/parameters.ts'
import { hasDefaultConstructor } from '../model/class-facts.ts'
import { Scope } from '../model/scope.ts'
import type { FunctionSymbol, VariableSymbol } from '../model/symbol.ts'
import { checkReach, completes } from '../rules/reach.ts'
import { checkUninitialized } from '../rules/uninitialized.ts'
import { inScope, type Here } from '../work.ts'
import { addLocal } from './locals.ts'
import { checkBlock } from './statement.ts'

/** Checks what a function does. `here` is the top of the program. */
export function checkFunctionBody(symbol: FunctionSymbol, here: Here): void {
  const outside = symbol.owner === null ? here.scope : classScope(symbol.owner, here.scope)
  const scope = templateScope(symbol.declaration.template, outside)
  const head: Here = {
    ...inScope(here, scope),
    owner: symbol.owner,
    function: symbol,
    returnType: symbol.returnType,
  }
  checkDefaultValues(symbol.parameters, head)
  const { definition } = symbol
  const body = definition?.body ?? null
  if (definition === null || body === null) return
  const inside = inScope(head, new Scope('function', scope, symbol.owner))
  addParameters(definition, symbol, inside)
  if (symbol.nature === 'constructor') checkInitializers(definition, symbol, inside)
  const locals: VariableSymbol[] = []
  checkBlock(body, inside, { loop: false, switching: false, locals })
  for (const local of locals) checkUsed(local, inside)
  checkReach(body.statements, inside)
  checkUninitialized(body, inside)
  const mustReturn = symbol.returnType.kind !== 'void' && symbol.returnType.kind !== 'unknown'
  if (mustReturn && completes(body, inside)) {
    here.work.report(body.end, 117, `not every path of '${symbol.name}' returns a value`)
  }
}

function addParameters(node: FunctionDeclaration, symbol: FunctionSymbol, here: Here): void {
  node.parameters.forEach((written, index) => {
    const parameter = symbol.parameters[index]
    if (parameter === undefined || written.name === null) return
    const variable: VariableSymbol = {
      kind: 'variable',
      name: written.name,
      at: written.at,
      builtin: false,
      type: parameter.type,
      constant: written.type.pointer ? written.type.constantPointer : written.type.constant,
      reference: parameter.reference,
      place: 'parameter',
      isStatic: false,
      isInput: false,
      owner: null,
      access: 'public',
      known: null,
      used: true,
    }
    here.work.types.keepVariable(written, variable)
    // Two parameters of one name were told of with the declaration.
    if (here.scope.own(variable.name).length === 0) addLocal(variable, here)
  })
}

/** An object may be there for what its constructor and destructor do. */
function checkUsed(local: VariableSymbol, here: Here): void {
  const isActive = local.type.kind === 'class' && local.type.symbol.keyword === 'class'
  if (!local.used && !isActive) here.work.report(local.at, 31, `'${local.name}' is not used`)
}

function checkInitializers(node: FunctionDeclaration, symbol: FunctionSymbol, here: Here): void {
  const { owner } = symbol
  if (owner === null) return
  const seen = new Set<string>()
  let basePassed = false
  for (const { type, arguments: values, at } of node.initializers) {
    const { name } = type
    if (seen.has(name)) here.work.report(at, 343, `'${name}' is initialized twice`)
    seen.add(name)
    if (owner.base?.symbol.name === name) {
      basePassed = true
      checkConstruction(owner.base, values, at, here)
      continue
    }
    checkField(name, { values, at }, symbol, here)
  }
  const { base } = owner
  if (base !== null && !basePassed && !hasDefaultConstructor(base.symbol)) {
    here.work.report(
      symbol.at,
      339,
      `'${base.symbol.name}' has no default constructor: it must be initialized`,
    )
  }
}

type Given = {
  readonly values: FunctionDeclaration['initializers'][number]['arguments']
  readonly at: FunctionSymbol['at']
}

function checkField(name: string, { values, at }: Given, symbol: FunctionSymbol, here: Here): void {
  const [field] = symbol.owner?.members.get(name) ?? []
  if (field?.kind !== 'variable') {
    for (const value of values) here.work.evaluate(value, here)
    here.work.report(
      at,
      (symbol.owner?.base ?? null) === null ? 130 : 333,
      `'${name}' is no field of the class itself`,
    )
    return
  }
  if (field.isStatic) here.work.report(at, 344, `'${name}' is static`)
  if (field.type.kind === 'class') {
    checkConstruction(field.type, values, at, here)
    return
  }
  const [value, ...more] = values
  if (value === undefined || more.length > 0) {
    for (const each of values) here.work.evaluate(each, here)
    if (more.length > 0) here.work.report(at, 199, `'${name}' takes one value`)
    return
  }
  accept(here.work, value.at, here.work.evaluate(value, here), field.type)
}
