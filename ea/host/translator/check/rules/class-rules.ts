import type { ClassDeclaration } from '../../ast.ts'
import { lineage, methodsOf, sameParameters } from '../model/class-facts.ts'
import { printType } from '../model/print-type.ts'
import type { ClassSymbol, FunctionSymbol } from '../model/symbol.ts'
import { isOpen, sameType } from '../model/type.ts'
import type { Here } from '../work.ts'

export function checkClass(symbol: ClassSymbol, node: ClassDeclaration, here: Here): void {
  checkBase(symbol, node, here)
  for (const method of methodsOf(symbol)) checkMethod(method, symbol, here)
  for (const constructor of symbol.constructors) checkConstructor(constructor, here)
  if (symbol.destructor !== null) checkDestructor(symbol.destructor, here)
  if (symbol.keyword === 'interface') checkInterface(symbol, here)
}

function checkBase(symbol: ClassSymbol, node: ClassDeclaration, here: Here): void {
  const base = symbol.base?.symbol
  if (base === undefined || node.base === null) return
  const { at } = node.base
  const isClass = symbol.keyword === 'class'
  if (isClass && base.keyword === 'struct')
    here.work.report(at, 266, 'a class cannot be derived from a structure')
  if (symbol.keyword === 'struct' && base.keyword === 'class') {
    here.work.report(at, 267, 'a structure cannot be derived from a class')
  }
  if (symbol.keyword === 'interface' && base.keyword !== 'interface') {
    here.work.report(at, 395, 'an interface can only be derived from an interface')
  }
  if (base.isFinal) here.work.report(at, 401, `'${base.name}' is final`)
}

function checkMethod(method: FunctionSymbol, owner: ClassSymbol, here: Here): void {
  const { isVirtual, isStatic, isConst, isPure, isFinal, isOverride } = method.declaration
  const report = (code: number, text: string): void => here.work.report(method.at, code, text)
  if (isVirtual && owner.keyword === 'struct') report(269, 'a method of a structure cannot be virtual')
  if (isVirtual && isStatic) report(348, 'a virtual method cannot be static')
  if (isConst && isStatic) report(349, 'a static method cannot be constant')
  if (method.template !== null && isVirtual) report(365, 'a template cannot be virtual')
  const overridden = overriddenBy(method, owner)
  if (isPure && !isVirtual) report(382, 'only a virtual method can be pure')
  if (isOverride && overridden === null) report(404, `'${method.name}' overrides nothing`)
  if (isFinal && !isVirtual && overridden === null) report(403, 'only a virtual method can be final')
  if (overridden !== null) checkOverride(method, overridden, here)
}

function overriddenBy(method: FunctionSymbol, owner: ClassSymbol): FunctionSymbol | null {
  const inherited = lineage(owner).slice(1).flatMap(methodsOf)
  return (
    inherited.find(
      base =>
        base.name === method.name &&
        (base.declaration.isVirtual || base.declaration.isOverride || base.owner?.keyword === 'interface') &&
        sameParameters(base, method),
    ) ?? null
  )
}

function checkOverride(method: FunctionSymbol, base: FunctionSymbol, here: Here): void {
  if (base.declaration.isFinal)
    here.work.report(method.at, 402, `'${method.name}' is final in '${base.owner?.name}'`)
  const { returnType } = method
  if (!isOpen(base.returnType) && !sameType(returnType, base.returnType) && returnType.kind !== 'pointer') {
    here.work.report(method.at, 265, `'${method.name}' returns '${printType(base.returnType)}' in its base`)
  }
  if (base.declaration.isConst !== method.declaration.isConst) {
    here.work.report(method.at, 74, `'${method.name}' differs from its base's in const`)
  }
}

function checkConstructor(constructor: FunctionSymbol, here: Here): void {
  const { isVirtual, isConst, isStatic } = constructor.declaration
  if (isVirtual) here.work.report(constructor.at, 268, 'a constructor cannot be virtual')
  if (isConst) here.work.report(constructor.at, 286, 'a constructor cannot be constant')
  if (isStatic) here.work.report(constructor.at, 350, 'a constructor cannot be static')
}

function checkDestructor(destructor: FunctionSymbol, here: Here): void {
  if (destructor.parameters.length > 0) here.work.report(destructor.at, 221, 'a destructor has no parameters')
  if (destructor.declaration.isConst) here.work.report(destructor.at, 286, 'a destructor cannot be constant')
}

function checkInterface(symbol: ClassSymbol, here: Here): void {
  for (const member of [...symbol.members.values()].flat()) {
    if (member.kind === 'variable') here.work.report(member.at, 398, 'an interface has no fields')
  }
}
