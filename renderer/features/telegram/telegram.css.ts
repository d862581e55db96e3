import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { number } from '../../theme/type.css.ts'
import { column as plainColumn, grid, scrollingColumn } from '../../ui/page-layout.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

export const page = style([
  grid,
  { gridTemplateColumns: 'minmax(19rem, 24rem) minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr)' },
])
export const column = scrollingColumn
export const whole = style({ gridColumn: '1 / -1' })
export const still = style({ flex: 'none' })

/** Beside one another where there is room. */
export const settings = style({
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(25rem, 100%), 1fr))',
  gap: theme.space.small,
  alignItems: 'start',
})
export const beside = plainColumn

export const stack = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.space.small })
export const dim = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })
export const faint = style({ color: theme.colour.inkFaint, fontSize: theme.size.small, textWrap: 'pretty' })

export const name = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 600,
  letterSpacing: '0.04em',
  lineHeight: 1.15,
  color: theme.colour.goldBright,
  overflowWrap: 'anywhere',
})
export const nobody = style([name, { color: theme.colour.inkFaint }])
export const address = style([number, { color: theme.colour.inkDim, userSelect: 'all' }])

export const field = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight, minWidth: 0 })
export const input = textLine
export const short = style([input, number, { width: '5rem' }])
/** What stands in the way, where nothing was refused. */
export const warning = style({
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.warn}`,
  borderLeftWidth: '3px',
  borderRadius: theme.radius.small,
  background: theme.colour.warnWash,
  fontSize: theme.size.small,
  overflowWrap: 'anywhere',
})
export const note = style([
  faint,
  { padding: `${theme.space.small} ${theme.space.medium}`, borderTop: `1px solid ${theme.colour.line}` },
])
