'use client'

import type { ReactNode } from 'react'
import { useForm } from './form-context'

/** Fields in a `details` element, open when one of them has an error. */
export function Disclosure({
	summary,
	field,
	className,
	children,
}: {
	summary: string
	field: string | string[]
	className?: string
	children: ReactNode
}) {
	const { state } = useForm()
	return (
		<details
			className={className}
			open={state.field && [field].flat().includes(state.field) ? true : undefined}
		>
			<summary>{summary}</summary>
			{children}
		</details>
	)
}
