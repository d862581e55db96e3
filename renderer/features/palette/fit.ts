/** Points of a piece: it is one of the words, they begin with it, one of them does, it is inside, its letters follow each other. */
const WORD = 16
const BEGINS = 8
const BEGINS_WORD = 4
const INSIDE = 2
const SCATTERED = 1

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(word => word !== '')

/** In their order, the first of them at the start of a word: “gtd” of “go to debrief”. */
function isScattered(piece: string, text: string): boolean {
  const [first = '', ...rest] = piece
  return wordsOf(text).some((word, at, words) => {
    if (!word.startsWith(first)) return false
    let left = words.slice(at).join(' ').slice(first.length)
    return rest.every(letter => {
      const found = left.indexOf(letter)
      left = left.slice(found + letter.length)
      return found >= 0
    })
  })
}

function pointsOf(piece: string, text: string): number {
  if (wordsOf(text).includes(piece)) return WORD
  if (text.startsWith(piece)) return BEGINS
  if (wordsOf(text).some(word => word.startsWith(piece))) return BEGINS_WORD
  if (text.includes(piece)) return INSIDE
  return isScattered(piece, text) ? SCATTERED : 0
}

/** How well what was typed fits some words: more is better, null not at all. Every piece that was typed has to be found. */
export function fit(typed: string, words: string): number | null {
  const text = wordsOf(plain(words)).join(' ')
  const points = wordsOf(plain(typed)).map(piece => pointsOf(piece, text))
  return points.includes(0) ? null : points.reduce((sum, each) => sum + each, 0)
}
