import type { Declaration, Program, VariableDeclaration } from '../../ast.ts'
import { findMembers } from '../model/class-facts.ts'
import type { VariableSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { withDimensions } from './array-type.ts'
import { declareClass } from './classes.ts'
import { declareEnum } from './enums.ts'
import { declareFunction } from './functions.ts'
import { defineMethod } from './methods.ts'
import { addName } from './names.ts'
import { resolveType } from './resolve-type.ts'
import { declareTypedef } from './typedefs.ts'
import { variableSymbol } from './variables.ts'

/** The static fields that got their value outside of their class. */
export type Declared = { readonly definedStatics: Set<VariableSymbol> }

/** Everything that the program names at its top, in the order of the text. */
export function declareProgram(program: Program, here: Here, builtin: boolean): Declared {
  const declared: Declared = { definedStatics: new Set() }
  for (const declaration of program.declarations) declareOne(declaration, here, builtin, declared)
  return declared
}

function declareOne(node: Declaration, here: Here, builtin: boolean, declared: Declared): void {
  switch (node.kind) {
    case 'enum':
      declareEnum(node, here, builtin, symbol => addName(symbol, here.scope, here.work))
      return
    case 'class':
      declareClass(node, here, builtin, symbol => addName(symbol, here.scope, here.work))
      return
    case 'typedef':
      declareTypedef(node, here, builtin, symbol => addName(symbol, here.scope, here.work))
      return
    case 'function':
      if (node.scope === null) declareFunction(node, here, builtin)
      else defineMethod(node, here)
      return
    case 'variables':
      declareGlobals(node, here, builtin, declared)
      return
    case 'inputGroup':
  }
}

function declareGlobals(node: VariableDeclaration, here: Here, builtin: boolean, declared: Declared): void {
  for (const declarator of node.declarators) {
    if (declarator.scope === null) {
      const symbol = variableSymbol(declarator, node.storage, 'global', here, builtin)
      addName(symbol, here.scope, here.work)
      continue
    }
    const owner = resolveType(declarator.scope, here)
    withDimensions(resolveType(declarator.type, here), declarator.dimensions, here)
    if (owner.kind !== 'class') continue
    const [field] = findMembers(owner.symbol, declarator.name)
    if (field?.kind !== 'variable') {
      here.work.report(declarator.at, 130, `'${owner.symbol.name}' has no member '${declarator.name}'`)
    } else if (!field.isStatic) {
      here.work.report(declarator.at, 345, `'${declarator.name}' is no static member`)
    } else {
      declared.definedStatics.add(field)
      here.work.types.keepVariable(declarator, field)
    }
  }
}
