import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label, number } from '../../theme/type.css.ts'
import { grid, scrollingColumn } from '../../ui/page-layout.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

export const whole = style({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
})
export const tabs = style({
  flex: 'none',
  display: 'flex',
  gap: theme.space.tight,
  padding: `0 ${theme.space.small}`,
})

const NARROW = '(width < 75rem)'

export const runs = style([
  grid,
  {
    gridTemplateColumns: 'minmax(17rem, 20rem) minmax(0, 1fr)',
    '@media': { [NARROW]: { gridTemplateColumns: '15rem minmax(0, 1fr)' } },
  },
])
export const column = scrollingColumn
export const still = style({ flex: 'none' })

export const stack = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.space.tight })
export const field = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  minWidth: 0,
  flex: 1,
  border: 'none',
  margin: 0,
  padding: 0,
})
export const input = style([textLine, number, { width: '100%' }])
export const select = style([textLine, { width: '100%', color: theme.colour.ink, font: 'inherit' }])
export const faint = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })
export const dim = style({
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  textWrap: 'pretty',
  overflowWrap: 'anywhere',
})
export const warn = style({ fontSize: theme.size.small, color: theme.colour.warn, textWrap: 'pretty' })
export const fault = style([
  dim,
  { paddingLeft: theme.space.small, borderLeft: `3px solid ${theme.colour.fault}`, color: theme.colour.ink },
])

export const pairs = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(5.25rem, 1fr))',
  gap: `0 ${theme.space.tight}`,
})
export const pair = style([
  number,
  {
    display: 'flex',
    alignItems: 'center',
    gap: theme.space.tight,
    fontSize: theme.size.small,
    cursor: 'pointer',
  },
])

export const bar = style({
  height: '0.5rem',
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.pill,
  background: theme.colour.inset,
  overflow: 'hidden',
})
export const filled = style({ height: '100%', background: theme.colour.goldFill })

export const body = style({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.medium,
  padding: theme.space.medium,
})
export const lead = style({ fontSize: theme.size.lead, color: theme.colour.ink, textWrap: 'pretty' })
export const subhead = style([label, { color: theme.colour.gold }])
export const list = style({ display: 'flex', flexDirection: 'column', gap: theme.space.hair })
export const curve = style({
  display: 'flex',
  flexDirection: 'column',
  flex: 'none',
  height: '16rem',
  maxWidth: '40rem',
})

export const wide = style({ overflowX: 'auto', flex: 'none' })
export const table = style({ width: '100%', borderCollapse: 'collapse' })
const headCell = style([
  label,
  {
    padding: `${theme.space.tight} ${theme.space.small}`,
    '@media': { [NARROW]: { padding: theme.space.tight } },
    fontSize: theme.size.tiny,
    fontWeight: 600,
    letterSpacing: '0.04em',
    verticalAlign: 'bottom',
  },
])
export const head = style([headCell, { textAlign: 'right' }])
export const headLeft = style([headCell, { textAlign: 'left' }])
const plainCell = style({
  '@media': { [NARROW]: { padding: theme.space.tight } },
  padding: `${theme.space.tight} ${theme.space.small}`,
  borderTop: `1px solid ${theme.colour.line}`,
  fontSize: theme.size.small,
  fontWeight: 400,
  verticalAlign: 'top',
})
export const cellLeft = style([plainCell, { textAlign: 'left' }])
/** Room for a span of dates on one line. */
export const dataCell = style([cellLeft, { minWidth: '8.5rem' }])
export const cell = style([plainCell, number, { textAlign: 'right', color: theme.colour.inkDim }])
export const picked = style({ background: theme.colour.goldWash })
export const reach = style({ display: 'block', fontSize: theme.size.tiny, color: theme.colour.inkFaint })
export const hash = style([number, { fontSize: theme.size.tiny, color: theme.colour.inkFaint }])
export const made = style({ color: theme.colour.training })
export const differs = styleVariants({
  above: { color: theme.colour.long },
  below: { color: theme.colour.short },
  same: [reach],
})
export const link = style({
  padding: 0,
  border: 'none',
  background: 'none',
  color: theme.colour.goldBright,
  fontSize: theme.size.small,
  textAlign: 'left',
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  selectors: { '&:hover': { textDecoration: 'underline' } },
})
