import type { EnumDeclaration } from '../../ast.ts'
import { isInteger } from '../model/constant.ts'
import type { EnumMemberSymbol, EnumSymbol, Symbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'

/** Reads an enumeration; its members are handed to `add` one by one, so that later ones can use them. */
export function declareEnum(
  node: EnumDeclaration,
  here: Here,
  builtin: boolean,
  add: (symbol: Symbol) => void,
): void {
  const owner: EnumSymbol = { kind: 'enum', name: node.name ?? 'enum', at: node.at, builtin, members: [] }
  if (node.name !== null) add(owner)
  let next = 0n
  for (const { name, at, value } of node.members) {
    if (value !== null) {
      const { known } = here.work.evaluate(value, here)
      if (isInteger(known)) next = known
      else here.work.report(value.at, 188, `the value of '${name}' must be an integer constant`)
    }
    const member: EnumMemberSymbol = { kind: 'enumMember', name, at, builtin, owner, value: next }
    owner.members.push(member)
    add(member)
    next += 1n
  }
}
