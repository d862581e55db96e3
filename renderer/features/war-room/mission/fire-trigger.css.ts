import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const trigger = style({
  position: 'relative',
  width: '9rem',
  height: '9rem',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  padding: 0,
  border: 'none',
  borderRadius: theme.radius.pill,
  background: 'transparent',
  color: theme.colour.inkOnGold,
  cursor: 'pointer',
  touchAction: 'none',
  userSelect: 'none',
  selectors: {
    '&[aria-disabled=true]': { color: theme.colour.inkFaint, cursor: 'not-allowed' },
    '&:focus-visible': { outlineOffset: '4px' },
  },
})

export const rings = style({ position: 'absolute', inset: 0, transform: 'rotate(-90deg)' })

const ring = style({ fill: 'none', strokeWidth: 3 })
export const clockTrack = style([ring, { stroke: theme.colour.line }])
export const clock = style([
  ring,
  {
    stroke: theme.colour.gold,
    strokeDasharray: 1,
  },
])

export const ticks = style([
  ring,
  { stroke: theme.colour.goldDim, strokeWidth: 4, strokeDasharray: '0.12 0.88' },
])

export const bevel = style([ring, { stroke: theme.colour.inkOnGold, strokeWidth: 0.75, opacity: 0.45 }])

export const disc = style({
  fill: theme.colour.goldFill,
  transition: `fill ${theme.motion.calm}`,
  selectors: {
    [`${trigger}:hover:not([aria-disabled=true]) &`]: { fill: theme.colour.goldFillBright },
    [`${trigger}[data-phase=holding] &`]: { fill: theme.colour.goldFillBright },
    [`${trigger}[aria-disabled=true] &`]: { fill: theme.colour.inset, stroke: theme.colour.lineStrong },
  },
})

/** Fills once around while the trigger is held, and falls back when it is let go. */
export const hold = style([
  ring,
  {
    stroke: theme.colour.ink,
    strokeWidth: 7,
    strokeDasharray: 1,
    strokeDashoffset: 1,
    transition: `stroke-dashoffset ${theme.motion.quick}`,
    selectors: {
      [`${trigger}[data-phase=holding] &`]: {
        strokeDashoffset: 0,
        transition: `stroke-dashoffset ${theme.motion.hold} linear`,
      },
    },
    '@media': {
      // The ring tells how long is left, so it stays, in three still steps.
      '(prefers-reduced-motion: reduce)': {
        selectors: {
          [`${trigger}[data-phase=holding] &`]: {
            transition: `stroke-dashoffset ${theme.motion.hold} steps(3) !important`,
          },
        },
      },
    },
  },
])

export const word = style({
  position: 'relative',
  fontFamily: theme.font.heading,
  fontSize: theme.size.hero,
  fontWeight: 700,
  letterSpacing: '0.08em',
  lineHeight: 1,
  textTransform: 'uppercase',
  selectors: { [`${trigger}[aria-disabled=true] &`]: { fontSize: theme.size.large } },
})
export const hint = style({ position: 'relative', fontSize: theme.size.tiny, fontWeight: 600 })
