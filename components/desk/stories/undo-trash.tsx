'use client'

import { useEffect, useState } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from '@/components/desk/trash/trash.module.css'

type Props = {
	/** Audit events of the stories, and the remaining time in ms. */
	events: number[]
	left: number
	action: FormAction
}

/** Notice of stories just moved to the trash, with a button that restores them. */
export function UndoTrash({ events, left, action }: Props) {
	const [isOver, setOver] = useState(false)
	useEffect(() => {
		const timer = setTimeout(() => setOver(true), left)
		return () => clearTimeout(timer)
	}, [left])
	if (isOver) return null
	const stories = events.length === 1 ? 'One story is' : `${events.length} stories are`
	return (
		<DeskForm id="undo-trash" action={action} label="Last decision" className={styles.undo}>
			<p>{stories} in the trash now, kept for 30 days.</p>
			<input type="hidden" name="events" value={events.join(',')} />
			<Submit>Undo</Submit>
		</DeskForm>
	)
}
