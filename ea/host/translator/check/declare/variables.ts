import type { Declarator, Storage } from '../../ast.ts'
import { checkConstruction, checkInstantiable } from '../call/construct.ts'
import { wrap } from '../conversion/fold.ts'
import { hasDefaultConstructor } from '../model/class-facts.ts'
import type { VariablePlace, VariableSymbol } from '../model/symbol.ts'
import { isOpen, type Type } from '../model/type.ts'
import type { Here } from '../work.ts'
import { withDimensions } from './array-type.ts'
import { checkInitial, isConstantInitial } from './initial.ts'
import { resolveType } from './resolve-type.ts'

/** The variable of a declarator. Its initial value is looked at by `checkVariable`. */
export function variableSymbol(
  node: Declarator,
  storage: Storage,
  place: VariablePlace,
  here: Here,
  builtin = false,
): VariableSymbol {
  const type = withDimensions(resolveType(node.type, here), node.dimensions, here)
  const isInput = storage === 'input' || storage === 'sinput'
  const written = node.type.pointer ? node.type.constantPointer : node.type.constant
  const symbol: VariableSymbol = {
    kind: 'variable',
    name: node.name,
    at: node.at,
    builtin,
    type,
    constant: written || isInput,
    reference: false,
    place,
    isStatic: storage === 'static',
    isInput,
    owner: null,
    access: 'public',
    known: written && !isInput ? knownValue(node, type, here) : null,
    used: false,
  }
  here.work.types.keepVariable(node, symbol)
  return symbol
}

function knownValue(node: Declarator, type: Type, here: Here): VariableSymbol['known'] {
  const { initial } = node
  if (initial === null || initial.kind === 'initializerList') return null
  const { known } = here.work.quietly(() => here.work.evaluate(initial, here))
  return known === null ? null : wrap(known, type)
}

/** What a declaration says of one variable: its type, its storage and its initial value. */
export function checkVariable(node: Declarator, symbol: VariableSymbol, storage: Storage, here: Here): void {
  const { type } = symbol
  if (type.kind === 'void') here.work.report(node.at, 143, 'a variable cannot be of type void')
  if (symbol.isInput) checkInput(node, type, here)
  checkObject(node, type, here)
  if (node.initial !== null) {
    checkInitial(node.initial, type, here)
    checkConstantInitial(node, symbol, storage, here)
  } else if (
    symbol.constant &&
    !symbol.isInput &&
    storage !== 'extern' &&
    type.kind !== 'class' &&
    !isOpen(type)
  ) {
    here.work.report(node.at, 389, `'${node.name}' is constant and has no value`)
  }
}

function checkInput(node: Declarator, type: Type, here: Here): void {
  if (type.kind === 'array' || type.kind === 'class' || type.kind === 'pointer') {
    here.work.report(node.at, 285, 'an input is a number, a string or a value of an enumeration')
  }
}

/** Globals and statics get their values before any code runs. */
function checkConstantInitial(node: Declarator, symbol: VariableSymbol, storage: Storage, here: Here): void {
  if (node.initial === null || symbol.builtin) return
  const early = symbol.place === 'global' || storage === 'static'
  if (!early || isConstantInitial(node.initial, here)) return
  here.work.report(node.initial.at, 188, `'${node.name}' needs a constant as its first value`)
}

function checkObject(node: Declarator, type: Type, here: Here): void {
  const object = type.kind === 'array' ? type.element : type
  if (object.kind !== 'class') {
    if (node.constructorArguments !== null) checkBracketValue(node, here)
    return
  }
  checkInstantiable(object, node.at, here)
  if (type.kind === 'array') {
    if (!hasDefaultConstructor(object.symbol)) {
      here.work.report(node.at, 328, `'${object.symbol.name}' has no default constructor for an array of it`)
    }
    return
  }
  if (node.initial === null) checkConstruction(object, node.constructorArguments ?? [], node.at, here)
}

function checkBracketValue(node: Declarator, here: Here): void {
  for (const each of node.constructorArguments ?? []) here.work.evaluate(each, here)
  if (isOpen(here.work.types.written(node.type))) return
  here.work.report(node.at, 276, `'${node.name}' is no object: its value follows '='`)
}
