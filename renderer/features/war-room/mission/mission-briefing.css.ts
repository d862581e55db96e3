import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const briefing = style({
  flex: 1,
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.medium,
  padding: `${theme.space.small} ${theme.space.large} ${theme.space.medium}`,
})

export const header = style({ display: 'flex', alignItems: 'center', gap: theme.space.medium, minWidth: 0 })

export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.display,
  fontWeight: 700,
  letterSpacing: '0.01em',
  lineHeight: 1,
})
export const slash = style({ color: theme.colour.goldDim, fontWeight: 500, padding: '0 0.04em' })

export const setup = style({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  fontWeight: 500,
  lineHeight: 1.25,
  color: theme.colour.ink,
})

export const marks = style({
  marginLeft: 'auto',
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
})

/** A rubber stamp across the file. */
export const stamp = style({
  display: 'inline-block',
  padding: `${theme.space.hair} ${theme.space.small}`,
  border: `2px solid ${theme.colour.training}`,
  borderRadius: theme.radius.medium,
  outline: `1px solid ${theme.colour.training}`,
  outlineOffset: '2px',
  color: theme.colour.training,
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 700,
  letterSpacing: '0.12em',
  textTransform: 'uppercase',
  transform: 'rotate(-3deg)',
  whiteSpace: 'nowrap',
})

export const middle = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(10.5rem, 1fr) minmax(13.5rem, 1fr) auto',
  gap: theme.space.large,
  alignItems: 'stretch',
})
