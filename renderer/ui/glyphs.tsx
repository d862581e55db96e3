/** Small signs drawn by hand, so that no machine shows a box for a missing letter. All are decoration beside a word. */
import type { Side } from '../../engine/contracts/primitives.ts'
import type { Regime } from '../../engine/contracts/vocabulary.ts'
import * as css from './glyphs.css.ts'

const UP = 'M6 2 11 10H1Z'
const DOWN = 'M6 10 1 2h10Z'

const Solid = ({ path }: Readonly<{ path: string }>) => (
  <svg className={css.solid} viewBox="0 0 12 12" aria-hidden="true">
    <path d={path} />
  </svg>
)

export const SideArrow = ({ side }: Readonly<{ side: Side }>) => <Solid path={side === 'buy' ? UP : DOWN} />

export const MoveArrow = ({ move }: Readonly<{ move: 1 | -1 }>) => <Solid path={move === 1 ? UP : DOWN} />

export const PauseGlyph = () => <Solid path="M2 1h3v10H2Zm5 0h3v10H7Z" />
export const PlayGlyph = () => <Solid path="M2 1 11 6 2 11Z" />

const REGIME_PATHS: Readonly<Record<Regime, string>> = {
  TRENDING_BULL: 'M1 12 5 8l3 2 6-7M10 3h4v4',
  TRENDING_BEAR: 'M1 3l4 4 3-2 6 7M10 12h4V8',
  BREAKOUT: 'M1 5h6M1 11h6M7 8h7M11 5l3 3-3 3',
  VOLATILE_RANGE: 'M1 8 3 2l3 12 3-12 3 12 2-6',
  CALM_RANGE: 'M1 8c2-3 3-3 5 0s3 3 5 0 2-2 3-2',
  NEWS_EVENT: 'M8 1v9M8 13v1.5',
}

export const RegimeGlyph = ({ regime }: Readonly<{ regime: Regime }>) => (
  <svg className={css.stroke} viewBox="0 0 16 16" aria-hidden="true">
    <path d={REGIME_PATHS[regime]} />
  </svg>
)
