'use client'

import type { ReactNode } from 'react'
import { useForm } from './form-context'

/** A field in a `details` element, open when the field has an error. */
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
