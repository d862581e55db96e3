import type { ClassDeclaration, FunctionDeclaration, Program } from '../ast.ts'
import type { Place } from './expressions.ts'
import { writeDefinition, type Owner } from './functions.ts'
import type { Writer } from './writer.ts'

/** The bodies of all functions and methods, in the order of the text. */
export function writeBodies(program: Program, place: Place, writer: Writer): void {
  for (const declaration of program.declarations) {
    if (declaration.kind === 'function') writeFunction(declaration, place, writer)
    if (declaration.kind === 'class') writeMethods(declaration, [], place, writer)
  }
}

function writeFunction(declaration: FunctionDeclaration, place: Place, writer: Writer): void {
  const { scope } = declaration
  if (scope === null) return writeDefinition(declaration, [], place, writer)
  const owner = place.symbols.class(scope.name)
  const owners = owner === null ? [] : [ownerOf(owner)]
  const own = { ...declaration, template: owner?.template === null ? declaration.template : null }
  writeDefinition(own, owners, { ...place, className: scope.name }, writer)
}

function writeMethods(
  declaration: ClassDeclaration,
  around: readonly Owner[],
  place: Place,
  writer: Writer,
): void {
  const owners = [...around, ownerOf(declaration)]
  for (const { declaration: member } of declaration.members ?? []) {
    const inside = { ...place, className: declaration.name }
    if (member.kind === 'function') writeDefinition(member, owners, inside, writer)
    if (member.kind === 'class') writeMethods(member, owners, place, writer)
  }
}

function ownerOf({ name, template, members }: ClassDeclaration): Owner {
  const types = (members ?? []).flatMap(({ declaration: inner }) =>
    (inner.kind === 'enum' || inner.kind === 'class' || inner.kind === 'typedef') && inner.name !== null
      ? [inner.name]
      : [],
  )
  return { name, template, types }
}
