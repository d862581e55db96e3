import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const body = style({
  display: 'grid',
  gridTemplateColumns: '19rem minmax(0, 1fr)',
  gap: theme.space.wide,
  padding: theme.space.wide,
})
export const side = style({ display: 'flex', flexDirection: 'column', gap: theme.space.medium, minWidth: 0 })
export const text = style({
  flex: 1,
  minHeight: '9rem',
  resize: 'none',
  padding: theme.space.small,
  border: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
  color: theme.colour.goldBright,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
  overflowWrap: 'anywhere',
  userSelect: 'all',
})
