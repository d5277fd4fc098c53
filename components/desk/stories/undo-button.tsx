'use client'

import { useEffect, useState } from 'react'
import { Submit } from '@/components/desk/form/fields'

type Props = { event: number; left: number }

/**
 * Undoes the last decision, in the form of the story. It follows the Save button, which the Enter key presses as the
 * form's first one. With scripts it vanishes with the time; without them a late press is refused.
 */
export function UndoButton({ event, left }: Props) {
	const [isOver, setOver] = useState(false)
	useEffect(() => {
		const timer = setTimeout(() => setOver(true), left)
		return () => clearTimeout(timer)
	}, [left])
	if (isOver) return null
	return (
		<Submit name="then" value={`undo-${event}`}>
			Undo
		</Submit>
	)
}
