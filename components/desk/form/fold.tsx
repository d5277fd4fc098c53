'use client'

import type { ReactNode } from 'react'
import { useForm } from './form-context'

/** Part of a form behind a line of words; open when the form comes back with a mistake in it. */
export function Fold({
	summary,
	className,
	children,
}: {
	summary: string
	className?: string
	children: ReactNode
}) {
	const { state } = useForm()
	return (
		<details className={className} open={state.message ? true : undefined}>
			<summary>{summary}</summary>
			{children}
		</details>
	)
}
