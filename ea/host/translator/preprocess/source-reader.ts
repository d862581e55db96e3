import type { Include, Property } from '../ast.ts'
import { lex } from '../lex/lex.ts'
import type { Lexeme, Token } from '../lex/token.ts'
import type { FileProvider } from '../source/file-provider.ts'
import { errorAt, type Problem } from '../source/problem.ts'
import { SourceFile } from '../source/source-file.ts'
import { Conditions } from './conditions.ts'
import { followCondition, followMacro, readProperty, refuse, type Directive } from './directives.ts'
import { placesOf, readInclude } from './include-path.ts'
import type { Macro } from './macro.ts'

type Frame = {
  readonly file: SourceFile
  readonly lexemes: readonly Lexeme[]
  readonly conditions: Conditions
  next: number
}

/** Gives the tokens of a program and of the files it includes, and does what the directives say. */
export class SourceReader {
  readonly macros = new Map<string, Macro>()
  readonly properties: Property[] = []
  readonly includes: Include[] = []
  readonly problems: Problem[] = []
  readonly #files: FileProvider
  readonly #folders: readonly string[]
  readonly #read = new Set<string>()
  readonly #frames: Frame[] = []

  constructor(files: FileProvider, folders: readonly string[]) {
    this.#files = files
    this.#folders = folders
  }

  /** Starts with the main file. False when it cannot be read; a problem says why. */
  open(path: string): boolean {
    const text = this.#textOf(path)
    const at = { file: path, line: 1, column: 1 }
    if (text === null) this.problems.push(errorAt(at, 100, 'there is no such file'))
    else if (text instanceof Error) this.problems.push(errorAt(at, 100, `the file ${text.message}`))
    else this.#enter(path, text)
    return typeof text === 'string'
  }

  next(): Token {
    for (;;) {
      const frame = this.#frames.at(-1)
      const lexeme = frame?.lexemes[frame.next]
      if (frame === undefined || lexeme === undefined) throw new Error('The reader was not opened')
      if (lexeme.kind === 'end') {
        if (this.#frames.length === 1) return lexeme
        this.#leave(frame, lexeme)
      } else {
        frame.next += 1
        if (lexeme.text === '#' && lexeme.startsLine) this.#follow(takeDirective(frame, lexeme), frame)
        else if (frame.conditions.active) return lexeme
      }
    }
  }

  /** What is left open at the end of the main file. */
  finish(): void {
    const frame = this.#frames[0]
    if (frame !== undefined) this.problems.push(...frame.conditions.unclosed())
  }

  #follow(directive: Directive, frame: Frame): void {
    const condition = followCondition(directive, frame.conditions, this.macros)
    if (condition !== null) {
      this.problems.push(...condition)
      return
    }
    if (!frame.conditions.active) return
    switch (directive.name?.text) {
      case 'define':
      case 'undef':
        this.problems.push(...followMacro(directive, this.macros))
        return
      case 'property':
        this.#property(directive)
        return
      case 'include':
        this.#include(directive, frame)
        return
      default:
        this.problems.push(refuse(directive))
    }
  }

  /** Properties count in the main file only. */
  #property(directive: Directive): void {
    const property = readProperty(directive)
    if ('severity' in property) this.problems.push(property)
    else if (this.#frames.length === 1) this.properties.push(property)
  }

  #include({ hash, rest }: Directive, frame: Frame): void {
    const written = readInclude(rest, hash.at)
    if ('severity' in written) {
      this.problems.push(written)
      return
    }
    const places = placesOf(written, frame.file.path, this.#folders)
    for (const resolved of places) {
      const repeated = this.#read.has(resolved)
      const text = repeated ? '' : this.#textOf(resolved)
      if (text === null) continue
      this.includes.push({ at: hash.at, written: written.name, resolved, repeated })
      if (text instanceof Error) {
        this.problems.push(errorAt(hash.at, 106, `the file '${resolved}' ${text.message}`))
      } else if (!repeated) this.#enter(resolved, text)
      return
    }
    this.problems.push(errorAt(hash.at, 106, `cannot find '${written.name}': looked at ${places.join(', ')}`))
  }

  #textOf(path: string): string | Error | null {
    const read = this.#files.read(path)
    if (read === null) return null
    return 'text' in read ? read.text : new Error(read.refusal)
  }

  #enter(path: string, text: string): void {
    const file = new SourceFile(path, text)
    this.#read.add(path)
    this.#frames.push({ file, lexemes: lex(file), conditions: new Conditions(), next: 0 })
  }

  #leave(frame: Frame, end: Lexeme): void {
    this.problems.push(...frame.conditions.unclosed())
    if (end.problem !== null) this.problems.push(end.problem)
    this.#frames.pop()
  }
}

/** Takes the rest of a directive's line out of the frame. */
function takeDirective(frame: Frame, hash: Lexeme): Directive {
  const first = frame.lexemes[frame.next]
  const name = first?.kind === 'name' && !first.startsLine ? first : undefined
  const line: Lexeme[] = []
  if (name !== undefined) frame.next += 1
  for (;;) {
    const lexeme = frame.lexemes[frame.next]
    if (lexeme === undefined || lexeme.startsLine || lexeme.kind === 'end') break
    line.push(lexeme)
    frame.next += 1
  }
  const from = name === undefined ? hash.start + 1 : name.start + name.text.length
  return { hash, name, line, rest: restOfLine(frame.file.text, from) }
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from)
  return text.slice(from, end < 0 ? undefined : end)
}
