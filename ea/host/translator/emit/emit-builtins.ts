import type { EnumDeclaration, FunctionDeclaration, Program } from '../ast.ts'
import { writeClass } from './classes.ts'
import { writeEnum, writeEnumNames } from './enums.ts'
import { writeExpression, type Place } from './expressions.ts'
import { prototypeText } from './functions.ts'
import { Symbols } from './symbols.ts'
import { typeOf } from './variables.ts'
import { Writer } from './writer.ts'

/** Constants that have a C++ of their own in the runtime. */
const HANDMADE = new Set(['WRONG_VALUE'])

/**
 * The header of the built-ins: enumerations, structures, constants and prototypes. A built-in that the
 * runtime lacks does not link; one with other parameters does not compile. Built-ins that take any type,
 * or any number of values, are templates of the runtime and have no prototype here.
 */
export function emitBuiltins(builtins: Program, file: string): string {
  const place: Place = { symbols: new Symbols(builtins, null), className: null, types: null }
  const writer = new Writer(file)
  writer.line(null, '#pragma once')
  writer.line(null, '#include "language/core.hpp"')
  for (const name of valueNames(builtins)) writer.line(null, `#undef ${name}`)
  writer.line(null, 'namespace mql {')
  for (const declaration of builtins.declarations) writeDeclaration(declaration, place, writer)
  writer.line(null, '}  // namespace mql')
  // Its lines are of no interest to anyone who debugs a program.
  return writer.text.replace(/^#line .*\n/gm, '')
}

/** Names that the system's headers may have made macros of. */
function valueNames(builtins: Program): string[] {
  return builtins.declarations.flatMap(declaration => {
    if (declaration.kind === 'enum') return declaration.members.map(member => member.name)
    return declaration.kind === 'variables' ? declaration.declarators.map(one => one.name) : []
  })
}

function writeDeclaration(declaration: Program['declarations'][number], place: Place, writer: Writer): void {
  if (declaration.kind === 'enum') writeEnumeration(declaration, place, writer)
  if (declaration.kind === 'class') writeClass(declaration, place, writer)
  if (declaration.kind === 'function') writePrototype(declaration, place, writer)
  if (declaration.kind !== 'variables' || declaration.storage === 'extern') return
  for (const one of declaration.declarators) {
    if (HANDMADE.has(one.name) || one.initial === null) continue
    const type = typeOf(one, place)
    const word =
      one.type.name === 'string' ? `inline ${type}` : `inline constexpr ${type.replace(/^const /, '')}`
    writer.line(null, `${word} ${one.name} = ${writeExpression(one.initial, place)};`)
  }
}

function writeEnumeration(declaration: EnumDeclaration, place: Place, writer: Writer): void {
  writeEnum(declaration, place, writer)
  writeEnumNames(declaration, '', writer)
}

function writePrototype(declaration: FunctionDeclaration, place: Place, writer: Writer): void {
  const isOpen = declaration.isVariadic
  if (declaration.template !== null || isOpen) return
  writer.line(null, `${prototypeText(declaration, place)};`)
}
