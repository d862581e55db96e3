import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const bar = style({
  gridColumn: '1 / -1',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.small,
  minHeight: '1.875rem',
  padding: `0 ${theme.space.tight}`,
})
export const lead = style({ fontSize: theme.size.body, fontWeight: 600 })
export const note = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
export const switches = style({ display: 'flex', gap: theme.space.tight })
export const periods = style({
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.tight,
})
export const save = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  paddingLeft: theme.space.small,
  borderLeft: `1px solid ${theme.colour.line}`,
})
export const chosen = style({
  padding: `0.0625rem ${theme.space.small}`,
  border: `1px solid ${theme.colour.gold}`,
  borderRadius: theme.radius.small,
  background: theme.colour.goldWash,
  color: theme.colour.goldBright,
  fontSize: theme.size.small,
  cursor: 'pointer',
  selectors: { '&:hover': { background: theme.colour.raised } },
})
