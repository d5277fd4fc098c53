'use client'

import { useState } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { useForm } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './history.module.css'

type Target = { storyId: number; number: number; baseRevisionId: number }
type Props = Target & { action: FormAction; total: number }

/** Form that saves a version again as the newest one. */
export function RestoreForm({ action, total, ...target }: Props) {
	if (target.number === total) return <p className={deskStyles.soft}>This is the newest version.</p>
	return (
		<DeskForm id="restore" action={action} label="Restore this version" className={styles.restore}>
			<RestoreFields {...target} />
		</DeskForm>
	)
}

function RestoreFields({ storyId, number, baseRevisionId }: Target) {
	const { state } = useForm()
	// The base changes only with a response to this form, which names the newer save.
	const [first] = useState(baseRevisionId)
	return (
		<>
			<input type="hidden" name="story" value={storyId} />
			<input type="hidden" name="number" value={number} />
			<input type="hidden" name="baseRevisionId" value={state.values?.baseRevisionId?.[0] ?? first} />
			<div className={formStyles.actions}>
				<Submit>Restore this version</Submit>
			</div>
			<p className={deskStyles.soft}>
				Its text and fields are saved again as the newest version. Later versions stay in the history, and
				readers see nothing new until it is published.
			</p>
		</>
	)
}
