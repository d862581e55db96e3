import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const refusals = style({
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.fault}`,
  borderLeftWidth: '3px',
  borderRadius: theme.radius.small,
  background: theme.colour.faultWash,
  color: theme.colour.ink,
  fontSize: theme.size.small,
  overflowWrap: 'anywhere',
})
