import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

const CELL = '1.0625rem'

export const panel = style({ flex: 'none' })
export const body = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.wide,
  padding: `${theme.space.small} ${theme.space.medium}`,
})
export const field = style({ flex: 1, minWidth: 0, display: 'flex', gap: theme.space.small, justifyContent: 'center' }) // prettier-ignore

const column = style({ display: 'grid', gridTemplateRows: `repeat(5, ${CELL})`, rowGap: theme.space.tight })
export const weekdays = style([
  column,
  { fontSize: theme.size.tiny, lineHeight: CELL, color: theme.colour.inkFaint, textAlign: 'right' },
])
export const calendar = style([
  column,
  {
    flex: 1,
    maxWidth: '26rem',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    columnGap: theme.space.tight,
  },
])

const day_ = style({
  display: 'block',
  minWidth: '0.625rem',
  height: CELL,
  borderRadius: theme.radius.small,
  position: 'relative',
})
export const day = styleVariants({
  kept: [
    day_,
    {
      background: `linear-gradient(135deg, ${theme.colour.goldFillBright}, ${theme.colour.goldFill} 60%, ${theme.colour.goldDim})`,
    },
  ],
  quiet: [day_, { background: theme.colour.lineStrong }],
  /** A stroke through it, so that it is told by shape too. */
  broken: [
    day_,
    {
      background: `linear-gradient(to top right, ${theme.colour.shortWash} calc(50% - 1px), ${theme.colour.short} calc(50% - 1px) calc(50% + 1px), ${theme.colour.shortWash} calc(50% + 1px))`,
      boxShadow: `inset 0 0 0 1px ${theme.colour.short}`,
    },
  ],
  missed: [day_, { boxShadow: `inset 0 0 0 1px ${theme.colour.line}` }],
})

export const key = style({ display: 'grid', gap: theme.space.tight })
export const keyEntry = style({
  display: 'grid',
  gridTemplateColumns: '1rem auto',
  gap: theme.space.tight,
  alignItems: 'center',
  fontSize: theme.size.tiny,
  color: theme.colour.inkDim,
})
