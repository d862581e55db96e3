import type { SourcePosition } from '../../ast.ts'
import { derivesFrom } from '../model/class-facts.ts'
import type { ClassSymbol, FunctionSymbol, VariableSymbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'

/** Tells when a private or protected member is named from where it must not be. */
export function checkAccess(member: FunctionSymbol | VariableSymbol, at: SourcePosition, here: Here): void {
  if (member.owner === null || member.access === 'public' || mayName(member, here.owner)) return
  const isMethod = member.kind === 'function'
  const code = member.access === 'private' ? (isMethod ? 214 : 211) : isMethod ? 264 : 204
  here.work.report(at, code, `'${member.owner.name}::${member.name}' is ${member.access}`)
}

function mayName(member: FunctionSymbol | VariableSymbol, from: ClassSymbol | null): boolean {
  if (from === null || member.owner === null) return false
  if (from === member.owner) return true
  if (member.access === 'protected' && derivesFrom(from, member.owner)) return true
  return mayName(member, from.outer)
}
