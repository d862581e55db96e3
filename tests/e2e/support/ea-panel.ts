/** The panel that the Expert Advisor draws on its chart, drawn as a terminal would: from the objects that it has made. */
import { z } from 'zod'
import type { TerminalLine } from '../../../ea/host/driver/lines.ts'

const ChartObject = z.object({
  type: z.number(),
  text: z.string(),
  x: z.number(),
  y: z.number(),
  color: z.number(),
  background: z.number(),
  width: z.number(),
  height: z.number(),
  fontSize: z.number(),
  font: z.string(),
})
type ChartObject = z.infer<typeof ChartObject>

/** MQL5's OBJ_LABEL; the panel's ground is an OBJ_RECTANGLE_LABEL. */
const LABEL = 36

export function objectsIn(lines: readonly TerminalLine[]): ChartObject[] {
  const line = lines.find(({ objects }) => objects !== undefined)
  return z.object({ objects: z.array(ChartObject) }).parse(line).objects
}

/** MQL5 writes colours as blue, green, red. */
const colourOf = (bgr: number): string => `rgb(${bgr & 255}, ${(bgr >> 8) & 255}, ${(bgr >> 16) & 255})`

function drawn({ type, text, x, y, color, background, width, height, fontSize, font }: ChartObject): string {
  const place = `position:absolute;left:${x}px;top:${y}px;`
  if (type === LABEL)
    return `<span style="${place}color:${colourOf(color)};font:${fontSize}pt '${font}','DejaVu Sans',sans-serif;white-space:pre">${escaped(text)}</span>`
  return `<div style="${place}width:${width}px;height:${height}px;background:${colourOf(background)};border:1px solid ${colourOf(color)}"></div>`
}

export const pageOf = (objects: readonly ChartObject[]): string =>
  `<body style="margin:0;background:#000"><div style="position:relative;width:520px;height:180px">${objects.map(drawn).join('')}</div></body>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
