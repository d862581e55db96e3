import { Html } from './html.ts'

/** https://core.telegram.org/bots/api#sendmessage and #sendphoto: characters after the marks were read. */
export const MESSAGE_CHARACTERS = 4_096
export const CAPTION_CHARACTERS = 1_024

/** A tag, a reference, or a character with what it shows; `tag` is its name, and `closes` which end it is. */
type Piece = Readonly<{ source: string; shows: string; tag: string | null; closes: boolean }>
type Line = readonly Piece[]

/**
 * A text in as many messages as it needs, of at most so many characters each. It is parted between lines, and marks that reach over a
 * parting are closed and opened again. A single line that is longer than a message is cut, with … at its end.
 */
export function pages(whole: Html, most = MESSAGE_CHARACTERS): readonly Html[] {
  const writer = new PageWriter(most)
  for (const line of linesOf(whole.text)) writer.line(cut(line, most))
  return writer.done()
}

class PageWriter {
  readonly #most: number
  readonly #pages: Html[] = []
  /** Start tags that are open, outermost first. */
  readonly #open: Piece[] = []
  #source = ''
  #length = 0
  #hasInk = false
  #hasLine = false

  constructor(most: number) {
    this.#most = most
  }

  line(line: Line): void {
    if (this.#hasLine && this.#length + 1 + lengthOf(line) > this.#most) this.#turn()
    if (this.#hasLine) this.#write('\n', '\n')
    this.#hasLine = true
    for (const piece of line) {
      this.#write(piece.source, piece.shows)
      if (piece.closes) this.#open.pop()
      else if (piece.tag !== null) this.#open.push(piece)
    }
  }

  done(): readonly Html[] {
    this.#turn()
    return this.#pages
  }

  #write(source: string, shows: string): void {
    this.#source += source
    this.#length += shows.length
    this.#hasInk ||= shows.trim() !== ''
  }

  /** A page on which nothing can be seen is none: Telegram refuses it. */
  #turn(): void {
    const closing = this.#open.toReversed().map(({ tag }) => `</${tag ?? ''}>`)
    if (this.#hasInk) this.#pages.push(new Html(this.#source + closing.join('')))
    this.#source = this.#open.map(({ source }) => source).join('')
    this.#length = 0
    this.#hasInk = false
    this.#hasLine = false
  }
}

/** UTF-16 units, which are never fewer than the characters that Telegram counts. */
const lengthOf = (line: Line): number => line.reduce((sum, { shows }) => sum + shows.length, 0)

/** Its tags all stay, so that what they opened is closed. */
function cut(line: Line, most: number): Line {
  if (lengthOf(line) <= most) return line
  let left = most - 1
  const kept = line.map(piece => {
    if (piece.tag !== null) return piece
    const room = left - piece.shows.length
    const isFirstOut = left >= 0 && room < 0
    left = room < 0 ? -1 : room
    return room >= 0 ? piece : isFirstOut ? ELLIPSIS : null
  })
  return kept.filter(piece => piece !== null)
}

const ELLIPSIS: Piece = { source: '…', shows: '…', tag: null, closes: false }

const PIECE = /<(\/?)([a-z-]+)[^>]*>|&(?:[a-z]+|#\d+);|[^]/gu

function linesOf(source: string): readonly Line[] {
  const all: Piece[][] = [[]]
  for (const [piece, slash, tag] of source.matchAll(PIECE)) {
    if (piece === '\n') all.push([])
    else all.at(-1)?.push(pieceOf(piece, tag ?? null, slash === '/'))
  }
  return all
}

/** Whatever a reference stands for takes one place. */
function pieceOf(source: string, tag: string | null, closes: boolean): Piece {
  const shows = tag !== null ? '' : source.startsWith('&') && source.length > 1 ? '&' : source
  return { source, shows, tag, closes }
}
