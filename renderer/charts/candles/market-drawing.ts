import { CandlestickSeries, ColorType, createChart, LineStyle, TickMarkType, type AutoscaleInfo, type IChartApi, type IPriceLine, type ISeriesApi, type Time, type UTCTimestamp } from 'lightweight-charts' // prettier-ignore
import { clockText, dayMonthText } from '../../ui/format/time.ts'
import { Backdrop } from './backdrop.ts'
import type { Candle } from './candles.ts'
import { LINE_COLOURS, wornBy, type Worn } from './colours.ts'
import type { Marks } from './marks.ts'
import { priceFormat, type LineLook, type PriceLine } from './price-lines.ts'

export type Drawn = Readonly<{
  candles: readonly Candle[]
  lines: readonly PriceLine[]
  marks: Marks
  digits: number
}>

const STYLES: Readonly<Record<LineLook, LineStyle>> = {
  target: LineStyle.LargeDashed,
  entry: LineStyle.Solid,
  stop: LineStyle.LargeDashed,
  cancels: LineStyle.Dashed,
  last: LineStyle.SparseDotted,
}

/** A still picture of a market that is drawn again with each price: nothing of it moves by itself, is scrolled or zoomed. */
export class MarketDrawing {
  readonly #frame: HTMLElement
  readonly #chart: IChartApi
  readonly #series: ISeriesApi<'Candlestick'>
  readonly #backdrop = new Backdrop()
  readonly #lines: IPriceLine[] = []
  #drawn: Drawn | null = null
  #worn: Worn

  constructor(frame: HTMLElement) {
    this.#frame = frame
    this.#worn = wornBy(frame)
    this.#chart = createChart(frame, {
      autoSize: true,
      handleScroll: false,
      handleScale: false,
      // The name of the library stands below the chart: its logo is a link out of the desk, with styles that no page may have.
      layout: { attributionLogo: false },
      localization: { timeFormatter: (time: Time) => clockText(Number(time) * 1_000).slice(0, 5) },
      rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.12, bottom: 0.08 } },
      timeScale: {
        borderVisible: false,
        timeVisible: true,
        tickMarkFormatter: (time: Time, type: TickMarkType) => timeText(Number(time) * 1_000, type),
      },
    })
    this.#series = this.#chart.addSeries(CandlestickSeries, {
      priceLineVisible: false,
      lastValueVisible: false,
      autoscaleInfoProvider: (own: () => AutoscaleInfo | null) => withLines(own(), this.#drawn?.lines ?? []),
    })
    this.#series.attachPrimitive(this.#backdrop)
    this.#chart.timeScale().subscribeSizeChange(() => this.#resize())
    this.wear()
  }

  show(drawn: Drawn): void {
    const { candles, digits } = drawn
    if (this.#drawn?.digits !== digits) this.#series.applyOptions({ priceFormat: priceFormat(digits) })
    this.#drawn = drawn
    this.#series.setData(
      candles.map(({ openMs, ...prices }) => ({ time: (openMs / 1_000) as UTCTimestamp, ...prices })),
    )
    this.#drawPlan(drawn)
    this.#fit()
  }

  /** The look has changed, or this is the first. */
  wear(): void {
    const worn = wornBy(this.#frame)
    this.#worn = worn
    const hair = { color: worn.faint, labelBackgroundColor: worn.raised, width: 1 } as const
    this.#chart.applyOptions({
      layout: {
        background: { type: ColorType.Solid, color: worn.ground },
        textColor: worn.faint,
        fontFamily: worn.numbers,
        fontSize: worn.px,
      },
      grid: { vertLines: { visible: false }, horzLines: { color: worn.line } },
      crosshair: { vertLine: hair, horzLine: hair },
    })
    // A candle that rose is hollow, for eyes that tell no green from red.
    this.#series.applyOptions({
      upColor: worn.ground,
      borderUpColor: worn.long,
      wickUpColor: worn.long,
      downColor: worn.short,
      borderDownColor: worn.short,
      wickDownColor: worn.short,
    })
    if (this.#drawn !== null) this.#drawPlan(this.#drawn)
  }

  remove(): void {
    this.#chart.remove()
  }

  #drawPlan({ lines, marks }: Drawn): void {
    const told = lines.map(line => this.#told(line))
    for (const line of this.#lines.splice(told.length)) this.#series.removePriceLine(line)
    told.forEach((options, at) => {
      const line = this.#lines[at]
      if (line === undefined) this.#lines.push(this.#series.createPriceLine(options))
      else line.applyOptions(options)
    })
    this.#backdrop.show({ marks, worn: this.#worn })
  }

  #told({ look, name, price }: PriceLine) {
    return {
      price,
      title: name,
      color: LINE_COLOURS[look](this.#worn),
      axisLabelTextColor: this.#worn.onBright,
      lineStyle: STYLES[look],
      lineWidth: look === 'entry' ? 2 : 1,
    } as const
  }

  /** The size of letters is that of the window. */
  #resize(): void {
    if (wornBy(this.#frame).px !== this.#worn.px) this.wear()
    this.#fit()
  }

  #fit(): void {
    if (this.#drawn === null) return
    this.#chart.timeScale().setVisibleLogicalRange({ from: -0.5, to: this.#drawn.marks.slots - 0.5 })
  }
}

const timeText = (ms: number, type: TickMarkType): string =>
  type === TickMarkType.Time || type === TickMarkType.TimeWithSeconds
    ? clockText(ms).slice(0, 5)
    : dayMonthText(ms)

/** A level outside of what was traded is seen too. */
function withLines(own: AutoscaleInfo | null, lines: readonly PriceLine[]): AutoscaleInfo | null {
  if (own === null || own.priceRange === null) return own
  const prices = lines.map(({ price }) => price)
  const { minValue, maxValue } = own.priceRange
  return {
    ...own,
    priceRange: { minValue: Math.min(minValue, ...prices), maxValue: Math.max(maxValue, ...prices) },
  }
}
