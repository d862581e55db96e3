import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { number } from '../../../theme/type.css.ts'
import { textLine } from '../../../ui/text-line.css.ts'

export const room = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  outline: 'none',
})
export const page = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
})
export const alone = style({ flex: 1, minHeight: 0, display: 'grid', padding: `0 ${theme.space.small}` })
export const picker = style({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.small,
})
export const field = style({ display: 'flex', alignItems: 'center', gap: theme.space.tight })
export const select = style([textLine, number, { color: theme.colour.ink, fontSize: theme.size.small }])

export const player = style({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(14rem, 18rem)',
  gap: theme.space.small,
})
export const chartPanel = style({ minHeight: 0 })
export const frame = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
  background: theme.colour.inset,
})
export const transport = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.small,
  borderTop: `1px solid ${theme.colour.line}`,
})
export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.space.tight })
export const bar = style({
  height: '0.25rem',
  background: theme.colour.inset,
  borderRadius: theme.radius.pill,
})
export const filled = style({
  height: '100%',
  background: theme.colour.goldFill,
  borderRadius: theme.radius.pill,
})
/** As wide for both of its words. */
export const play = style({ minWidth: '5.5rem' })
export const now = style([number, { marginLeft: 'auto', color: theme.colour.goldBright }])
export const faint = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
export const foot = style({
  flex: 'none',
  display: 'flex',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: theme.space.small,
  padding: `0 ${theme.space.small} ${theme.space.tight}`,
  fontSize: '0.6875rem',
  color: theme.colour.inkFaint,
})

export const cut = style({ padding: theme.space.small, fontSize: theme.size.small, color: theme.colour.warn })
export const log = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  margin: 0,
  padding: 0,
  listStyle: 'none',
})
export const entry = style({
  display: 'flex',
  gap: theme.space.small,
  width: '100%',
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: 'none',
  borderBottom: `1px solid ${theme.colour.line}`,
  background: 'none',
  color: theme.colour.ink,
  fontSize: theme.size.small,
  textAlign: 'left',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: theme.colour.goldWash },
    '&:focus-visible': { outlineOffset: '-2px' },
  },
})
export const time = style([number, { flex: 'none', color: theme.colour.inkFaint }])
