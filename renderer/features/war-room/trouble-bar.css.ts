import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const bar = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.large,
  margin: `0 ${theme.space.small}`,
  padding: `${theme.space.tight} ${theme.space.medium}`,
  border: `1px solid ${theme.colour.warn}`,
  borderRadius: theme.radius.medium,
  background: theme.colour.warnWash,
  color: theme.colour.warn,
  fontWeight: 500,
})
