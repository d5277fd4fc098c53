'use client'

import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './history.module.css'

type Props = {
	action: FormAction
	storyId: number
	number: number
	name: string | null
	notice: string | null
}

/** Names a version, so that it is found again in a long history. */
export function NameForm({ action, storyId, number, name, notice }: Props) {
	return (
		<DeskForm id="name" action={action} label="Name this version" className={styles.name} notice={notice}>
			<input type="hidden" name="story" value={storyId} />
			<input type="hidden" name="number" value={number} />
			<Disclosure summary={name ? 'Change the name' : 'Name this version'} field="name">
				<TextField
					name="name"
					label="Name of this version"
					hint="Such as “As sent to the lawyer”; for colleagues, in the history"
					value={name ?? ''}
					maxLength={80}
				/>
				<Submit>Save name</Submit>
			</Disclosure>
		</DeskForm>
	)
}
