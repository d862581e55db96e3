import { style } from '@vanilla-extract/css'

export const panel = style({ flex: '0 0 auto', minHeight: '7rem', maxHeight: '12rem' })
