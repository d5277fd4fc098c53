import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { WHO_HINT, WHO_MAY_COMMENT } from '@/components/desk/form/who-may-comment'
import styles from './work-panel.module.css'

type Props = {
	storyId: number
	/** Values of the fields; empty means the site's setting. */
	values: Record<
		'commentsPolicy' | 'commentsFrom' | 'commentsClosedReason' | 'moodsShown' | 'ratingsShown',
		string
	>
	/** The settings of the section or the site, in words. */
	site: { comments: string; from: string; moods: string; ratings: string }
	action: FormAction
}

/** Comments, moods and stars of one story. */
export function ResponsesForm({ storyId, values, site, action }: Props) {
	return (
		<DeskForm id="responses" action={action} label="What readers may do" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure
				summary={Object.values(values).some(Boolean) ? 'Chosen for this story' : 'As the site has it'}
				field={['commentsPolicy', 'commentsFrom', 'commentsClosedReason', 'moodsShown', 'ratingsShown']}
				className={styles.fold}
			>
				<SelectField
					name="commentsPolicy"
					label="Comments"
					value={values.commentsPolicy}
					options={[
						{ value: '', label: `As section or site: ${site.comments}` },
						{ value: 'open', label: 'Open, and not closed by time' },
						{ value: 'premoderated', label: 'Each comment waits for approval' },
						{ value: 'closed', label: 'Closed; what was said stays' },
					]}
				/>
				<TextField
					name="commentsClosedReason"
					label="Reason for closing"
					hint="Told to readers with the day, while comments are closed"
					value={values.commentsClosedReason}
				/>
				<SelectField
					name="commentsFrom"
					label="Who may comment"
					hint={WHO_HINT}
					value={values.commentsFrom}
					options={[{ value: '', label: `As section or site: ${site.from}` }, ...WHO_MAY_COMMENT]}
				/>
				<Shown name="moodsShown" label="Moods" value={values.moodsShown} site={site.moods} />
				<Shown name="ratingsShown" label="Stars" value={values.ratingsShown} site={site.ratings} />
				<Submit>Save what readers may do</Submit>
			</Disclosure>
		</DeskForm>
	)
}

function Shown({ name, label, value, site }: { name: string; label: string; value: string; site: string }) {
	const options = [
		{ value: '', label: `As the site has it: ${site}` },
		{ value: 'yes', label: 'Shown' },
		{ value: 'no', label: 'Not on this story' },
	]
	return <SelectField name={name} label={label} value={value} options={options} />
}
