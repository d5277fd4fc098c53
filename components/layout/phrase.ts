import { createElement, Fragment, type ReactNode } from 'react'

/** A message with elements in it, from its parts in order. */
export const phrase = (parts: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...parts)
