import type { Program } from '../ast.ts'
import type { Types } from '../check/types.ts'
import { writeBodies } from './bodies.ts'
import { forwardText, writeClass, writeInnerEnumNames } from './classes.ts'
import { writeEnum, writeEnumNames } from './enums.ts'
import type { Place } from './expressions.ts'
import { isEarlyConstant, writeEarlyConstant, writeGlobal } from './globals.ts'
import { writePrototypes } from './prototypes.ts'
import { Symbols } from './symbols.ts'
import { writeTables } from './tables.ts'
import { typedefText } from './variables.ts'
import { Writer } from './writer.ts'

export type EmitOptions = {
  readonly builtins: Program | null
  /** What the checker found; null where a program was not checked. */
  readonly types: Types | null
  /** The name of the generated file, for the lines that stand for none of the source. */
  readonly file: string
}

/**
 * A program in C++17. Declarations come before all that may use them, whatever their order in the text.
 */
export function emitProgram(program: Program, { builtins, types, file }: EmitOptions): string {
  const symbols = new Symbols(program, builtins)
  const place: Place = { symbols, className: null, types }
  const writer = new Writer(file)
  writer.line(null, '#include "language/program-prelude.hpp"')
  writer.line(null, '')
  writer.line(null, 'namespace program {')
  writer.line(null, 'using namespace mql;')
  for (const name of symbols.overloadedBuiltins) writer.line(null, `using mql::${name};`)
  writeTypes(program, place, writer)
  writePrototypes(program, place, writer)
  for (const declaration of program.declarations) {
    if (declaration.kind === 'variables') writeGlobal(declaration, place, writer)
  }
  writeBodies(program, place, writer)
  writeTables(program, place, writer)
  writer.line(null, '}  // namespace program')
  writer.line(null, 'const mql::Program& mql::program_table() { return program::TABLE; }')
  return writer.text
}

function writeTypes(program: Program, place: Place, writer: Writer): void {
  for (const declaration of program.declarations) {
    if (declaration.kind === 'class') writer.line(null, forwardText(declaration))
  }
  for (const declaration of program.declarations) {
    if (declaration.kind === 'enum') {
      writeEnum(declaration, place, writer)
      writeEnumNames(declaration, '', writer)
    }
    if (declaration.kind === 'variables') {
      for (const one of declaration.declarators) {
        const isInputs = declaration.storage !== 'plain' && declaration.storage !== 'static'
        if (!isInputs && isEarlyConstant(one, place.symbols)) writeEarlyConstant(one, place, writer)
      }
    }
    if (declaration.kind === 'typedef') writer.line(declaration.at, typedefText(declaration, place))
  }
  for (const declaration of program.declarations) {
    if (declaration.kind !== 'class') continue
    writeClass(declaration, place, writer)
    writeInnerEnumNames(declaration, '', writer)
  }
}
