import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'
import { grid } from '../../ui/page-layout.css.ts'

const NARROW = '(width < 75rem)'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    '@media': {
      // One below the other, each as high as it needs to be: the page is scrolled.
      [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: 'max-content', overflowY: 'auto' },
    },
  },
])
export const alone = style({ gridColumn: '1 / -1' })
/** Weeks above, and below them what was said and met. */
export const beside = style({
  minHeight: 0,
  display: 'grid',
  gridTemplateRows: 'minmax(0, 3fr) minmax(12rem, 2fr)',
  '@media': { [NARROW]: { gridTemplateRows: 'max-content 16rem' } },
  gap: theme.space.small,
})
export const body = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.medium,
})

export const lead = style({ fontSize: theme.size.lead, color: theme.colour.inkDim, textWrap: 'pretty' })
export const never = style({ color: theme.colour.goldBright, fontWeight: 600 })
export const of = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })
export const old = style({ fontSize: theme.size.small, color: theme.colour.warn })
export const faint = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })

const headCell = style([label, { padding: `${theme.space.tight} 0`, fontWeight: 500, verticalAlign: 'top' }])
export const firstHead = style([headCell, { textAlign: 'left' }])
export const head = style([headCell, { paddingLeft: theme.space.medium, textAlign: 'right' }])
export const barHead = style([
  headCell,
  { width: '30%', paddingLeft: theme.space.large, textAlign: 'center' },
])
export const ends = style({
  display: 'flex',
  justifyContent: 'space-between',
  fontSize: theme.size.tiny,
  fontWeight: 400,
  letterSpacing: 0,
})
export const verdictHead = style([headCell, { paddingLeft: theme.space.medium, textAlign: 'left' }])

export const row = style({
  borderTop: `1px solid ${theme.colour.line}`,
  transition: `background ${theme.motion.quick}`,
  selectors: { '&:hover': { background: theme.colour.goldWash } },
})
export const sumRow = style({ borderTop: `1px solid ${theme.colour.goldDim}` })

export const name = style({
  padding: `${theme.space.small} 0`,
  textAlign: 'left',
  fontWeight: 500,
  color: theme.colour.ink,
})
const reasonMark = style([label, { display: 'inline-block', width: '3.5rem' }])
export const reason = styleVariants({
  refused: [reasonMark, { color: theme.colour.inkFaint }],
  denied: [reasonMark, { color: theme.colour.warn }],
  declined: [reasonMark, { color: theme.colour.goldDim }],
  expired: [reasonMark, { color: theme.colour.inkFaint }],
})

export const cell = style({
  padding: `${theme.space.small} 0 ${theme.space.small} ${theme.space.medium}`,
  textAlign: 'right',
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
})
export const kept = style({ color: theme.colour.long })
export const lost = style({ color: theme.colour.short })
export const barCell = style({ paddingLeft: theme.space.large, textAlign: 'center' })
export const verdict = style({ paddingLeft: theme.space.medium, textAlign: 'left' })

/** A line with nought in its middle. */
export const axis = style({
  position: 'relative',
  display: 'block',
  height: '0.875rem',
  background: `linear-gradient(${theme.colour.line}, ${theme.colour.line}) center / 100% 1px no-repeat`,
  selectors: {
    '&::before': {
      content: '',
      position: 'absolute',
      left: '50%',
      top: 0,
      bottom: 0,
      width: '1px',
      background: theme.colour.lineStrong,
    },
  },
})
const band = style({
  position: 'absolute',
  top: '0.25rem',
  height: '0.375rem',
  minWidth: '2px',
  borderRadius: theme.radius.small,
})
export const range = styleVariants({
  saved: [band, { background: theme.colour.long, opacity: 0.55 }],
  cost: [band, { background: theme.colour.short, opacity: 0.6 }],
  open: [band, { background: theme.colour.goldDim, opacity: 0.55 }],
  tooFew: [band],
})
export const point = style({
  position: 'absolute',
  top: '0.0625rem',
  width: '2px',
  height: '0.75rem',
  marginLeft: '-1px',
  background: theme.colour.ink,
})

export const week = style({
  padding: `0 ${theme.space.tight}`,
  border: '1px solid transparent',
  borderRadius: theme.radius.small,
  background: 'none',
  color: theme.colour.ink,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  selectors: {
    '&:hover': { borderColor: theme.colour.goldLine },
    '&[aria-pressed=true]': { borderColor: theme.colour.gold, color: theme.colour.goldBright },
  },
})
