/**
 * HTML as the server reads it: https://core.telegram.org/bots/api#html-style; complaints as in github.com/tdlib/td,
 * `parse_html`. Left out: mentions by id, dates.
 */
import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { byteOffset, inOrder, linkTo, type FormattedText } from './formatted-text.ts'
import { characterReference } from './character-reference.ts'

const STYLES = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  code: 'code',
} as const
const isStyle = (name: string): name is keyof typeof STYLES => name in STYLES
const OTHERS = ['a', 'pre', 'blockquote', 'tg-emoji']

type Open = Readonly<{ name: string; offset: number; attributes: ReadonlyMap<string, string> }>

export function parseHtml(source: string): FormattedText {
  return new HtmlReader(source).read()
}

class HtmlReader {
  readonly #source: string
  #at = 0
  #text = ''
  readonly #open: Open[] = []
  readonly #entities: MessageEntity[] = []

  constructor(source: string) {
    this.#source = source
  }

  read(): FormattedText {
    while (this.#at < this.#source.length) {
      const character = this.#source.charAt(this.#at)
      if (character === '<') this.#tag()
      else this.#text += this.#character()
    }
    const left = this.#open.at(-1)
    if (left) throw badMarkup(`Can't find end tag corresponding to start tag "${left.name}"`)
    if (/\p{Surrogate}/u.test(this.#text))
      throw badMarkup(
        'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
      )
    return { text: this.#text, entities: inOrder(this.#entities) }
  }

  /** One character of text, or what a reference such as `&lt;` stands for. */
  #character(): string {
    const reference = characterReference(this.#source, this.#at)
    this.#at += reference?.length ?? 1
    return reference?.stands ?? this.#source.charAt(this.#at - 1)
  }

  #tag(): void {
    const from = this.#at++
    if (this.#source.charAt(this.#at) === '/') this.#endTag(from)
    else this.#startTag(from)
  }

  #startTag(from: number): void {
    const where = `at byte offset ${byteOffset(this.#source, from)}`
    const name = this.#until(/[\s>]/).toLowerCase()
    if (this.#isAtEnd()) throw badMarkup(`Unclosed start tag ${where}`)
    if (!isStyle(name) && !OTHERS.includes(name)) throw badMarkup(`Unsupported start tag "${name}" ${where}`)
    const attributes = new Map<string, string>()
    for (this.#skipSpace(); this.#source.charAt(this.#at) !== '>'; this.#skipSpace()) {
      const [key, value] = this.#attribute(name, where)
      attributes.set(key, value)
    }
    this.#at++
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler')
      throw badMarkup(`Tag "span" must have class "tg-spoiler" ${where}`)
    this.#open.push({ name, offset: this.#text.length, attributes })
  }

  #attribute(tag: string, where: string): [string, string] {
    const key = this.#until(/[\s=>]/)
    this.#skipSpace()
    if (tag === 'blockquote' && key === 'expandable' && this.#source.charAt(this.#at) === '>')
      return [key, '']
    if (key === '') throw badMarkup(`Empty attribute name in the tag "${tag}" ${where}`)
    if (this.#source.charAt(this.#at) !== '=')
      throw badMarkup(`Expected equal sign in declaration of an attribute of the tag "${tag}" ${where}`)
    this.#at++
    this.#skipSpace()
    if (this.#isAtEnd()) throw badMarkup(`Unclosed start tag "${tag}" ${where}`)
    const value = /["']/.test(this.#source.charAt(this.#at)) ? this.#quoted() : this.#nameToken()
    if (this.#isAtEnd()) throw badMarkup(`Unclosed start tag ${where}`)
    return [key, value]
  }

  #quoted(): string {
    const quote = this.#source.charAt(this.#at++)
    let value = ''
    while (!this.#isAtEnd() && this.#source.charAt(this.#at) !== quote) value += this.#character()
    this.#at++
    return value
  }

  #nameToken(): string {
    const from = this.#at
    const value = this.#until(/[^a-z\d.-]/i).toLowerCase()
    if (!/[\s>]/.test(this.#source.charAt(this.#at)))
      throw badMarkup(`Unexpected end of name token at byte offset ${byteOffset(this.#source, from)}`)
    return value
  }

  #endTag(from: number): void {
    const where = `at byte offset ${byteOffset(this.#source, from)}`
    const open = this.#open.pop()
    if (!open) throw badMarkup(`Unexpected end tag ${where}`)
    this.#at++
    const name = this.#until(/[\s>]/).toLowerCase()
    this.#skipSpace()
    if (this.#isAtEnd()) throw badMarkup(`Unclosed end tag ${where}`)
    this.#at++
    if (name !== '' && name !== open.name)
      throw badMarkup(`Unmatched end tag ${where}, expected "</${open.name}>", found "</${name}>"`)
    const length = this.#text.length - open.offset
    if (length > 0) this.#close(open, length)
  }

  #close({ name, offset, attributes }: Open, length: number): void {
    const inner = this.#entities.at(-1)
    if (isStyle(name)) {
      const language = /^language-(.*)$/.exec(attributes.get('class') ?? '')?.[1]
      if (name === 'code' && language && this.#open.at(-1)?.name === 'pre')
        this.#entities.push({ type: 'pre', offset, length, language })
      else this.#entities.push({ type: STYLES[name], offset, length })
    } else if (name === 'pre') {
      const isDone = inner?.type === 'pre' && inner.offset === offset && inner.length === length
      if (!isDone) this.#entities.push({ type: 'pre', offset, length })
    } else if (name === 'blockquote') {
      this.#entities.push({
        type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
        offset,
        length,
      })
    } else if (name === 'tg-emoji') {
      const id = attributes.get('emoji-id') ?? ''
      if (!/^[1-9]\d*$/.test(id)) throw badMarkup('Invalid custom emoji identifier specified')
      this.#entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: id })
    } else {
      const url = linkTo(attributes.get('href') || this.#text.slice(offset))
      if (url !== null) this.#entities.push({ type: 'text_link', offset, length, url })
    }
  }

  #until(end: RegExp): string {
    const rest = this.#source.slice(this.#at)
    const length = rest.search(end)
    const word = length < 0 ? rest : rest.slice(0, length)
    this.#at += word.length
    return word
  }

  #skipSpace(): void {
    this.#until(/\S/)
  }

  #isAtEnd(): boolean {
    return this.#at >= this.#source.length
  }
}

const badMarkup = (words: string) => badRequest(`Can't parse entities: ${words}`)
