import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, ITimeScaleApi, Logical, SeriesAttachedParameter, Time } from 'lightweight-charts' // prettier-ignore
import type { Worn } from './colours.ts'
import type { Area, Band, Marks, Moment } from './marks.ts'

type Told = Readonly<{ marks: Marks; worn: Worn }>
type Pane = Readonly<{
  pen: CanvasRenderingContext2D
  width: number
  height: number
  x: (slot: number) => number
  y: (price: number) => number
  worn: Worn
}>
type Draw = (pane: Pane, marks: Marks) => void

/** What has no height is a line. */
const LINE_PX = 2

/** Sessions, structure and moments: shades behind the candles, names over them. */
export class Backdrop implements ISeriesPrimitive<Time> {
  readonly #views: readonly IPrimitivePaneView[]
  #at: SeriesAttachedParameter<Time> | null = null
  #told: Told | null = null

  constructor() {
    this.#views = [this.#view('bottom', drawBehind), this.#view('top', drawNames)]
  }

  attached(at: SeriesAttachedParameter<Time>): void {
    this.#at = at
  }

  detached(): void {
    this.#at = null
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return this.#views
  }

  show(told: Told): void {
    this.#told = told
    this.#at?.requestUpdate()
  }

  #view(zOrder: 'bottom' | 'top', draw: Draw): IPrimitivePaneView {
    const renderer: IPrimitivePaneRenderer = {
      draw: target =>
        target.useMediaCoordinateSpace(({ context, mediaSize }) => {
          const [at, told] = [this.#at, this.#told]
          if (at === null || told === null) return
          const x = acrossOf(at.chart.timeScale())
          if (x === null) return
          const pane: Pane = {
            ...mediaSize,
            pen: context,
            worn: told.worn,
            x,
            y: price => at.series.priceToCoordinate(price) ?? 0,
          }
          context.save()
          draw(pane, told.marks)
          context.restore()
        }),
    }
    return { zOrder: () => zOrder, renderer: () => renderer }
  }
}

/** The library knows where whole candles lie; edges lie between them. */
function acrossOf(time: ITimeScaleApi<Time>): Pane['x'] | null {
  const at = (slot: number) => time.logicalToCoordinate(slot as Logical)
  const [first, second] = [at(0), at(1)]
  if (first === null || second === null) return null
  return slot => first + slot * (second - first)
}

function drawBehind(pane: Pane, { bands, areas, moments }: Marks): void {
  const { pen, worn, x, height } = pane
  pen.fillStyle = worn.strong
  for (const { shade, from, until } of bands) {
    pen.globalAlpha = shade
    pen.fillRect(x(from), 0, x(until) - x(from), height)
  }
  pen.fillStyle = worn.gold
  for (const area of areas) {
    const box = boxOf(pane, area)
    pen.globalAlpha = box.height > LINE_PX ? 0.16 : 0.7
    pen.fillRect(box.left, box.top, box.width, box.height)
  }
  pen.globalAlpha = 1
  for (const moment of moments) drawMoment(pane, moment)
}

function boxOf({ x, y }: Pane, { from, until, low, high }: Area) {
  const [left, top] = [x(from), y(high)]
  return { left, top, width: x(until) - left, height: Math.max(LINE_PX, y(low) - top) }
}

function drawMoment({ pen, worn, x, height }: Pane, { at }: Moment): void {
  pen.strokeStyle = worn.ink
  pen.setLineDash([2, 4])
  pen.beginPath()
  pen.moveTo(Math.round(x(at)) + 0.5, worn.px * 1.6)
  pen.lineTo(Math.round(x(at)) + 0.5, height)
  pen.stroke()
  pen.setLineDash([])
}

function drawNames(pane: Pane, { bands, areas, moments }: Marks): void {
  const { pen, worn, x, height } = pane
  pen.font = `600 ${worn.px}px ${worn.heading}`
  pen.strokeStyle = worn.ground
  pen.lineWidth = 3
  for (const band of bands) nameBand(pane, band)
  for (const area of areas) {
    const { left, top, height: tall } = boxOf(pane, area)
    write(pane, area.name.toUpperCase(), { x: left + 4, y: top + tall + worn.px, colour: worn.gold })
  }
  pen.textAlign = 'right'
  for (const { name, at } of moments) write(pane, name, { x: x(at) - 4, y: height - 4, colour: worn.ink })
}

/** Where there is no room for its name, the shade alone tells that another session begins. */
function nameBand(pane: Pane, { name, from, until }: Band): void {
  const [left, right] = [Math.max(0, pane.x(from)), pane.x(until)]
  if (pane.pen.measureText(name).width + 8 > right - left) return
  write(pane, name, { x: left + 4, y: pane.worn.px + 2, colour: pane.worn.faint })
}

/** On an edge of the ground, so that it can be read over anything. */
function write(
  { pen }: Pane,
  text: string,
  { x, y, colour }: Readonly<{ x: number; y: number; colour: string }>,
): void {
  pen.strokeText(text, x, y)
  pen.fillStyle = colour
  pen.fillText(text, x, y)
}
