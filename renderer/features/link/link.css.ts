import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'
import { column as plainColumn, scrollingColumn } from '../../ui/page-layout.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

const NARROW = '(width < 75rem)'

export const page = style([plainColumn, { flex: 1, padding: `0 ${theme.space.small}` }])
export const alone = style([plainColumn, { flex: 1, padding: `0 ${theme.space.small}` }])
export const head = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: theme.space.medium,
  minHeight: '1.75rem',
})
export const late = style({ marginRight: 'auto', color: theme.colour.warn, fontSize: theme.size.small })
export const asOf = style({
  color: theme.colour.inkFaint,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
})
export const unlinked = style([scrollingColumn, { flex: 1 }])
export const columns = style({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(20rem, 2fr) minmax(0, 3fr)',
  gap: theme.space.small,
  '@media': { [NARROW]: { gridTemplateColumns: 'minmax(17rem, 2fr) minmax(0, 3fr)' } },
})
export const column = scrollingColumn
/** What was told before looks so; what is said of it stays as clear as it was. */
export const told = style({ selectors: { [`${columns}[data-old=true] &`]: { filter: 'saturate(0.35)' } } })
export const still = style({ flex: 'none' })
export const dim = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })

export const facts = style({ display: 'flex', flexDirection: 'column', gap: theme.space.hair })
export const fact = style({
  display: 'grid',
  gridTemplateColumns: '8.5rem minmax(0, 1fr)',
  gap: theme.space.small,
  alignItems: 'baseline',
})
export const value = style({ fontSize: theme.size.small, overflowWrap: 'anywhere' })

export const sideways = style({ overflowX: 'auto' })
export const table = style({ width: '100%', marginBottom: theme.space.small })
const headCell = style([
  label,
  { padding: `${theme.space.hair} ${theme.space.medium} ${theme.space.hair} 0`, fontWeight: 500 },
])
export const firstHead = style([headCell, { textAlign: 'left' }])
export const tableHead = style([headCell, { textAlign: 'left' }])
export const numberHead = style([headCell, { textAlign: 'right' }])
export const row = style({ borderTop: `1px solid ${theme.colour.line}` })
const plainCell = style({
  padding: `${theme.space.hair} ${theme.space.medium} ${theme.space.hair} 0`,
  fontSize: theme.size.small,
})
export const firstCell = style([plainCell, { textAlign: 'left', fontWeight: 500 }])
export const cell = style([plainCell, { textAlign: 'right' }])
export const left = style([plainCell, { textAlign: 'left', whiteSpace: 'nowrap' }])
export const why = style([
  plainCell,
  { paddingLeft: theme.space.medium, color: theme.colour.inkDim, textWrap: 'pretty' },
])
export const wire = style({
  color: theme.colour.inkFaint,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  fontWeight: 400,
})
export const search = style([textLine, { minHeight: '1.5rem', width: '13rem', fontSize: theme.size.small }])

export const lines = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })
const plainLine = style({ fontSize: theme.size.small, overflowWrap: 'anywhere' })
export const line = styleVariants({
  info: [plainLine, { color: theme.colour.inkDim }],
  warn: [plainLine, { color: theme.colour.warn }],
  error: [plainLine, { color: theme.colour.fault }],
})
export const at = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
