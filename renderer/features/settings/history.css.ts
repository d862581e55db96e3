import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label, number as plainNumber } from '../../theme/type.css.ts'

export const list = style({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: 0,
  overflowY: 'auto',
  listStyle: 'none',
})
export const version = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const head = style({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  alignItems: 'baseline',
  gap: theme.space.small,
})
export const number = style([plainNumber, { minWidth: '1.5rem' }])
export const when = style({ color: theme.colour.inkDim, fontSize: theme.size.small })
export const now = style([label, { color: theme.colour.goldBright }])
export const found = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const changes = style({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: theme.size.small,
  overflowWrap: 'anywhere',
})
export const restore = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.small,
  border: `1px solid ${theme.colour.goldLine}`,
  borderLeftWidth: '3px',
  background: theme.colour.goldWash,
  fontSize: theme.size.small,
})
export const row = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.tight })
