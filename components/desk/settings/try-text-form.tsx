'use client'

import { PHASE_NAMES, ReasonWords } from '@/components/desk/comments/reason-words'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextArea, TextField } from '@/components/desk/form/fields'
import { useForm } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './settings.module.css'

/** Shows which rules would hold or refuse a text. */
export const TryTextForm = ({ action }: { action: FormAction }) => (
	<DeskForm id="try-text" action={action} label="Try a text" className={styles.form}>
		<fieldset>
			<legend>Try a text</legend>
			<TextArea
				name="text"
				label="A comment"
				hint="Tried with the rules as they are saved; nothing is posted or kept"
				rows={4}
			/>
			<TextField name="name" label="Name of its author" autoComplete="off" />
			<Submit>Try</Submit>
			<Result />
		</fieldset>
	</DeskForm>
)

function Result() {
	const { tried } = useForm().state
	return (
		<div role="status">
			{tried?.length === 0 && (
				<p>No rule holds this text. A first comment waits all the same, if the settings say so.</p>
			)}
			{tried && tried.length > 0 && (
				<ul className={styles.tried}>
					{tried.map(({ action, reason }) => (
						<li key={reason.phase}>
							<strong>{action === 'refuse' ? 'Refused' : 'Waits'}</strong> ({PHASE_NAMES[reason.phase]}):{' '}
							<ReasonWords reason={reason} />
						</li>
					))}
				</ul>
			)}
		</div>
	)
}
