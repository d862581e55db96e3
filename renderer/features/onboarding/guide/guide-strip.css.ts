import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** A line of its own above the mission: it covers nothing. */
export const strip = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  // Two lines or one: the trigger below stays where it is.
  minHeight: '3rem',
  gap: theme.space.medium,
  padding: `${theme.space.tight} ${theme.space.small} ${theme.space.tight} ${theme.space.medium}`,
  border: `1px solid ${theme.colour.goldLine}`,
  borderLeft: `3px solid ${theme.colour.goldFill}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
})
export const words = style({ flex: 1, minWidth: 0, textWrap: 'pretty', lineHeight: 1.3 })
export const text = style({ fontWeight: 600, color: theme.colour.goldBright })
export const next = style({ fontSize: theme.size.small, color: theme.colour.inkDim })
