import type { ClassDeclaration, ClassMember, VariableDeclaration } from '../../ast.ts'
import type { ClassSymbol, FunctionSymbol, MemberSymbol, Symbol } from '../model/symbol.ts'
import type { Here } from '../work.ts'
import { withDimensions } from './array-type.ts'
import { declareEnum } from './enums.ts'
import { functionSymbol, isSame } from './functions.ts'
import { methodKey } from './methods.ts'
import { checkName } from './names.ts'
import { declareTypedef } from './typedefs.ts'
import { resolveType } from './resolve-type.ts'

type DeclareNested = (
  node: ClassDeclaration,
  here: Here,
  builtin: boolean,
  add: (symbol: ClassSymbol) => void,
) => void

export function declareMember(
  member: ClassMember,
  owner: ClassSymbol,
  here: Here,
  builtin: boolean,
  nested: DeclareNested,
): void {
  const { declaration, access } = member
  const add = (symbol: Symbol): void => {
    if (symbol.kind !== 'templateParameter') addMember(owner, symbol, here)
  }
  switch (declaration.kind) {
    case 'variables':
      declareFields(declaration, member, owner, here)
      return
    case 'function': {
      const symbol = functionSymbol(declaration, { owner, access, builtin }, here)
      addMethod(symbol, owner, here)
      return
    }
    case 'enum':
      declareEnum(declaration, here, builtin, add)
      return
    case 'class':
      nested(declaration, here, builtin, add)
      return
    case 'typedef':
      declareTypedef(declaration, here, builtin, add)
  }
}

function declareFields(node: VariableDeclaration, member: ClassMember, owner: ClassSymbol, here: Here): void {
  for (const declarator of node.declarators) {
    const { name, at } = declarator
    checkName(name, at, here.work)
    const type = withDimensions(resolveType(declarator.type, here), declarator.dimensions, here)
    if (type.kind === 'void') here.work.report(at, 143, 'a field cannot be of type void')
    if (declarator.initial !== null) {
      here.work.report(at, 219, `'${name}' cannot get a value where it is declared: a constructor gives it`)
    }
    const isStatic = node.storage === 'static'
    addMember(
      owner,
      {
        kind: 'variable',
        name,
        at,
        builtin: owner.builtin,
        type,
        constant: declarator.type.pointer ? declarator.type.constantPointer : declarator.type.constant,
        reference: false,
        place: 'field',
        isStatic,
        isInput: false,
        owner,
        access: member.access,
        known: null,
        used: false,
      },
      here,
    )
  }
}

function addMember(owner: ClassSymbol, symbol: MemberSymbol, here: Here): void {
  const [known] = owner.members.get(symbol.name) ?? []
  if (known !== undefined) {
    const code = known.kind === 'function' ? 347 : known.kind === 'enumMember' ? 191 : 129
    here.work.report(symbol.at, code, `'${owner.name}' has a member '${symbol.name}' already`)
    return
  }
  owner.members.set(symbol.name, [symbol])
}

function addMethod(symbol: FunctionSymbol, owner: ClassSymbol, here: Here): void {
  if (symbol.nature === 'destructor') {
    if (owner.destructor !== null) here.work.report(symbol.at, 222, 'there is a destructor already')
    owner.destructor = symbol
    return
  }
  const key = methodKey(symbol)
  const known = symbol.nature === 'constructor' ? owner.constructors : (owner.members.get(key) ?? [])
  if (known.some(each => each.kind !== 'function')) {
    here.work.report(symbol.at, 346, `'${owner.name}' has a member '${symbol.name}' already`)
    return
  }
  if (known.some(each => each.kind === 'function' && isSame(each, symbol))) {
    here.work.report(symbol.at, 222, `'${symbol.name}' with these parameters is declared already`)
    return
  }
  if (symbol.nature === 'constructor') owner.constructors.push(symbol)
  else owner.members.set(key, [...known, symbol])
}
