'use client'

import type { ReactNode } from 'react'
import { useForm } from './form-context'

/** A field behind a line of words; open when the form comes back with a mistake in it. */
export function Disclosure({
	summary,
	field,
	className,
	children,
}: {
	summary: string
	field: string
	className?: string
	children: ReactNode
}) {
	const { state } = useForm()
	return (
		<details className={className} open={state.field === field ? true : undefined}>
			<summary>{summary}</summary>
			{children}
		</details>
	)
}
