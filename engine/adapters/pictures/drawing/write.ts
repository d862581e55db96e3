import type { Pen } from './picture.ts'

export type Line = Readonly<{
  x: number
  /** Of the base line. */
  y: number
  font: string
  colour: string
  /** What is longer is cut; absent: as long as it is. */
  room?: number
  align?: 'left' | 'center' | 'right'
  /** Between letters, pixels. */
  spacing?: number
}>

const characters = new Intl.Segmenter()

/** Writes one line, cut where its room ends; returns how wide it became. */
export function write(pen: Pen, text: string, line: Line): number {
  pen.font = line.font
  pen.fillStyle = line.colour
  pen.letterSpacing = `${line.spacing ?? 0}px`
  pen.textAlign = line.align ?? 'left'
  const fitting = line.room === undefined ? text : fitted(pen, text, line.room)
  pen.fillText(fitting, line.x, line.y)
  return pen.measureText(fitting).width
}

/** Cut between what a reader takes for characters, so that no half of an emoji is left. */
function fitted(pen: Pen, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text
  const kept = Array.from(characters.segment(text), ({ segment }) => segment)
  while (kept.length > 0 && pen.measureText(`${kept.join('')}…`).width > room) kept.pop()
  return `${kept.join('').trimEnd()}…`
}
