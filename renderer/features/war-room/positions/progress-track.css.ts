import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const frame = style({ minWidth: 0 })

export const track = style({
  position: 'relative',
  height: '0.375rem',
  margin: `${theme.space.tight} 0`,
  background: `linear-gradient(90deg, ${theme.colour.short} 0, ${theme.colour.shortWash} 32%, ${theme.colour.longWash} 40%, ${theme.colour.long} 100%)`,
  opacity: 0.9,
})

export const unknownTrack = style({
  height: '0.375rem',
  margin: `${theme.space.tight} 0`,
  borderBottom: `1px dashed ${theme.colour.lineStrong}`,
})

export const marker = style({
  position: 'absolute',
  top: '-0.25rem',
  bottom: '-0.25rem',
  width: '3px',
  marginLeft: '-1.5px',
  background: theme.colour.ink,
  boxShadow: `0 0 0 2px ${theme.colour.panel}`,
})

export const ends = style({
  display: 'flex',
  justifyContent: 'space-between',
  gap: theme.space.small,
  fontSize: theme.size.tiny,
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
})
export const stop = style({ color: theme.colour.short })
export const missing = style({ color: theme.colour.fault, fontWeight: 700 })
export const none = style({ color: theme.colour.inkFaint })
export const target = style({ color: theme.colour.long })
