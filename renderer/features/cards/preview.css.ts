import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const stage = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.space.medium,
  padding: theme.space.medium,
  background: theme.colour.field,
})

export const picture = style({
  minHeight: 0,
  maxWidth: '100%',
  objectFit: 'contain',
  boxShadow: `0 0 0 1px ${theme.colour.lineStrong}`,
})

export const save = style({ textDecoration: 'none' })

export const switches = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.medium,
  borderTop: `1px solid ${theme.colour.line}`,
})
export const group = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.tight,
})
export const groupName = style({ minWidth: '3.5rem' })
export const note = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
