'use client'

import { DeskForm } from '@/components/desk/form/desk-form'
import { ChoiceGroup, SelectField, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { useChosen } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import { RULE_NAMES } from './report-words'
import styles from './reports.module.css'

type Props = { comment: number; action: FormAction; isReported: boolean }

const RULES = [
	{ value: '', label: 'Choose what it breaks' },
	...Object.entries(RULE_NAMES).map(([value, label]) => ({ value, label })),
	{ value: 'law', label: 'The law' },
]

/** The decision about a comment, with the reasons that its author and the reporters read. */
export function DecisionForm({ comment, action, isReported }: Props) {
	return (
		<DeskForm id="decision" action={action} label="Decision" className={styles.form ?? ''}>
			<h2>Decide</h2>
			<input type="hidden" name="comment" value={comment} />
			<ChoiceGroup name="outcome" legend="The comment">
				<Outcome value="kept" label="Stays: no action" />
				<Outcome value="removed" label="Is removed" />
			</ChoiceGroup>
			<SelectField name="rule" label="Ground, if it is removed" options={RULES} />
			<TextField
				name="law"
				label="Provision, if the ground is the law"
				hint="Such as “Criminal Code, section 186”"
			/>
			<TextArea
				name="facts"
				label="Reasons in your own words"
				hint={`The author${isReported ? ' and the reporters read' : ' reads'} them. Name nobody who reported`}
				rows={4}
			/>
			<div className={styles.buttons}>
				<Submit variant="primary">Decide</Submit>
			</div>
		</DeskForm>
	)
}

function Outcome({ value, label }: { value: string; label: string }) {
	const chosen = useChosen('outcome', value, false)
	return (
		<label className={formStyles.choice}>
			<input type="radio" name="outcome" value={value} defaultChecked={chosen} />
			<span>{label}</span>
		</label>
	)
}
