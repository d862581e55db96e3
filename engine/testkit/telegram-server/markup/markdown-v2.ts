/**
 * MarkdownV2 as the server reads it: https://core.telegram.org/bots/api#markdownv2-style; complaints as in
 * github.com/tdlib/td, `parse_markdown_v2`. Left out: expandable block quotations, mentions by id.
 */
import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { byteOffset, inOrder, linkTo, type FormattedText } from './formatted-text.ts'

const RESERVED = new Set('_*[]()~`>#+-=|{}.!\n')

const MARKS = {
  Underline: { mark: '__', type: 'underline' },
  Italic: { mark: '_', type: 'italic' },
  Bold: { mark: '*', type: 'bold' },
  Strikethrough: { mark: '~', type: 'strikethrough' },
  Spoiler: { mark: '||', type: 'spoiler' },
  Pre: { mark: '```', type: 'pre' },
  Code: { mark: '`', type: 'code' },
  CustomEmoji: { mark: '![', type: 'custom_emoji' },
  TextUrl: { mark: '[', type: 'text_link' },
} as const
type Marked = keyof typeof MARKS
type Kind = Marked | 'BlockQuote'
/** Longer marks first, so that `__` is never two of `_`. */
const KINDS = [
  'Underline',
  'Italic',
  'Bold',
  'Strikethrough',
  'Spoiler',
  'Pre',
  'Code',
  'CustomEmoji',
  'TextUrl',
] as const

type Open = Readonly<{ kind: Kind; from: number; offset: number; language: string }>

export function parseMarkdownV2(source: string): FormattedText {
  return new MarkdownReader(source).read()
}

class MarkdownReader {
  readonly #source: string
  #at = 0
  #text = ''
  readonly #open: Open[] = []
  readonly #entities: MessageEntity[] = []

  constructor(source: string) {
    this.#source = source
  }

  read(): FormattedText {
    if (this.#is('>')) this.#begin('BlockQuote', 1)
    while (this.#at < this.#source.length) this.#step()
    if (this.#inside()?.kind === 'BlockQuote') this.#end('')
    const left = this.#inside()
    if (left) throw this.#unclosed(left)
    return { text: this.#text, entities: inOrder(this.#entities) }
  }

  #step(): void {
    const character = this.#source.charAt(this.#at)
    const inside = this.#inside()?.kind
    if (character === '\\' && isEscapable(this.#source.charCodeAt(this.#at + 1))) {
      this.#at++
      return this.#take()
    }
    const isReserved = inside === 'Code' || inside === 'Pre' ? character === '`' : RESERVED.has(character)
    if (!isReserved) return this.#take()
    if (character === '\n') return this.#newLine()
    if (inside && inside !== 'BlockQuote' && this.#ends(inside)) return this.#finish(inside)
    const kind = KINDS.find(each => this.#is(MARKS[each].mark))
    if (!kind)
      throw badMarkup(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
    this.#begin(kind, MARKS[kind].mark.length)
    if (kind === 'Pre') this.#language()
  }

  #newLine(): void {
    const isQuoted = this.#open.some(open => open.kind === 'BlockQuote')
    const goesOn = this.#source.charAt(this.#at + 1) === '>'
    const inside = this.#inside()
    if (isQuoted && !goesOn) {
      if (inside && inside.kind !== 'BlockQuote') throw this.#unclosed(inside)
      this.#end('')
    }
    this.#take()
    if (!goesOn) return
    if (isQuoted) this.#at++
    else this.#begin('BlockQuote', 1)
  }

  #ends(kind: Marked): boolean {
    if (kind === 'TextUrl' || kind === 'CustomEmoji') return this.#is(']')
    if (kind === 'Italic') return this.#is('_') && !this.#is('__')
    return this.#is(MARKS[kind].mark)
  }

  #finish(kind: Marked): void {
    if (kind !== 'TextUrl' && kind !== 'CustomEmoji') {
      this.#at += MARKS[kind].mark.length
      return this.#end('')
    }
    this.#at++
    if (!this.#is('(') && kind === 'CustomEmoji')
      throw badMarkup('Custom emoji entity must contain a tg://emoji URL')
    this.#end(this.#is('(') ? this.#url() : this.#text.slice(this.#inside()?.offset))
  }

  #url(): string {
    const from = ++this.#at
    let url = ''
    for (; this.#at < this.#source.length; this.#at++) {
      if (this.#is(')')) {
        this.#at++
        return url
      }
      if (this.#is('\\') && isEscapable(this.#source.charCodeAt(this.#at + 1))) this.#at++
      url += this.#source.charAt(this.#at)
    }
    throw badMarkup(`Can't find end of a URL at byte offset ${byteOffset(this.#source, from)}`)
  }

  /** The word after ``` names a language when white space follows it; one line end is not part of the text. */
  #language(): void {
    const opened = this.#open.pop()
    if (!opened) return
    const rest = this.#source.slice(this.#at)
    const language = /^[^\s`]+(?=\s)/.exec(rest)?.[0] ?? ''
    const lineEnd = /^(\r\n|\n\r|\n|\r)/.exec(rest.slice(language.length))?.[0] ?? ''
    this.#at += language.length + lineEnd.length
    this.#open.push({ ...opened, language })
  }

  #begin(kind: Kind, length: number): void {
    this.#open.push({ kind, from: this.#at, offset: this.#text.length, language: '' })
    this.#at += length
  }

  #end(url: string): void {
    const open = this.#open.pop()
    const length = this.#text.length - (open?.offset ?? 0)
    if (!open || length === 0) return
    const entity = entityOf(open, length, url)
    if (entity) this.#entities.push(entity)
  }

  #take(): void {
    this.#text += this.#source.charAt(this.#at++)
  }

  #is(mark: string): boolean {
    return this.#source.startsWith(mark, this.#at)
  }

  #inside(): Open | undefined {
    return this.#open.at(-1)
  }

  #unclosed({ kind, from }: Open) {
    const name = kind === 'Pre' && this.#inside()?.language ? 'PreCode' : kind
    return badMarkup(`Can't find end of ${name} entity at byte offset ${byteOffset(this.#source, from)}`)
  }
}

function entityOf({ kind, offset, language }: Open, length: number, url: string): MessageEntity | null {
  if (kind === 'BlockQuote') return { type: 'blockquote', offset, length }
  if (kind === 'Pre')
    return language ? { type: 'pre', offset, length, language } : { type: 'pre', offset, length }
  if (kind === 'CustomEmoji') {
    const id = /^tg:\/\/emoji\?id=(\d+)$/.exec(url)?.[1]
    if (!id) throw badMarkup('Custom emoji entity must contain a tg://emoji URL')
    return { type: 'custom_emoji', offset, length, custom_emoji_id: id }
  }
  if (kind !== 'TextUrl') return { type: MARKS[kind].type, offset, length }
  const link = linkTo(url)
  return link === null ? null : { type: 'text_link', offset, length, url: link }
}

/** Any ASCII character may be escaped. */
const isEscapable = (code: number) => code > 0 && code <= 126

const badMarkup = (words: string) => badRequest(`Can't parse entities: ${words}`)
