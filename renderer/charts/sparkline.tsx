import { memo } from 'react'
import { sparkPath } from './spark-path.ts'
import * as css from './sparkline.css.ts'

const WIDTH = 76
const HEIGHT = 20

/** The last M5 closes. Decoration beside the price: hidden from screen readers. */
export const Sparkline = memo(function Sparkline({ values }: Readonly<{ values: readonly number[] }>) {
  const spark = sparkPath(values, WIDTH, HEIGHT)
  return (
    <svg className={css.spark} viewBox={`-2 -3 ${WIDTH + 6} ${HEIGHT + 6}`} aria-hidden="true">
      {spark === null ? (
        <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} className={css.waiting} />
      ) : (
        <>
          <path d={spark.line} className={css.line} />
          <circle cx={spark.last.x} cy={spark.last.y} r="2" className={css.dot} />
        </>
      )}
    </svg>
  )
})
