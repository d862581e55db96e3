import type { EnumDeclaration } from '../ast.ts'
import { writeExpression, type Place } from './expressions.ts'
import { identifier, narrowLiteral } from './words.ts'
import type { Writer } from './writer.ts'

/** The enumeration itself: 32 bits, as MQL5 has it. */
export function writeEnum(declaration: EnumDeclaration, place: Place, writer: Writer): void {
  const name = declaration.name === null ? '' : ` ${identifier(declaration.name)}`
  writer.line(declaration.at, `enum${name} : int32_t {`)
  writer.indented(() => {
    for (const { at, name: member, value } of declaration.members) {
      writer.line(at, `${identifier(member)}${value === null ? '' : ` = ${writeExpression(value, place)}`},`)
    }
  })
  writer.follow('};')
}

/** The names of its members, for EnumToString and inputs. `scope` is the class around it, with its colons. */
export function writeEnumNames(declaration: EnumDeclaration, scope: string, writer: Writer): void {
  const { name, members } = declaration
  if (name === null) return
  writer.line(null, `inline mql::EnumNames enumNames_(${scope}${identifier(name)}) {`)
  writer.indented(() => {
    writer.line(null, 'static const mql::EnumMember members[] = {')
    writer.indented(() => {
      for (const { name: member } of members) {
        writer.line(null, `{${narrowLiteral(member)}, ${scope}${identifier(member)}},`)
      }
    })
    writer.line(null, '};')
    writer.line(null, `return {${narrowLiteral(name)}, members, ${members.length}};`)
  })
  writer.line(null, '}')
}
