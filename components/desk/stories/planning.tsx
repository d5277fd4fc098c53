import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './work-panel.module.css'

export type PlanShown = {
	/** Slug and name; empty without an assignee. */
	assignee: { slug: string; name: string }
	/** Local times such as `2027-03-28T09:00`, and formatted; empty if not set. */
	due: { value: string; words: string }
	planned: { value: string; words: string }
}

type Props = {
	storyId: number
	plan: PlanShown
	/** Null: the viewer may not assign stories. */
	assignees: { slug: string; name: string }[] | null
	zone: string
	action: FormAction
}

/** Assignee, deadline and planned day of a story. */
export function Planning({ storyId, plan, assignees, zone, action }: Props) {
	if (!assignees) return <PlanWords {...plan} />
	const [dueDay, dueTime] = plan.due.value.split('T')
	return (
		<DeskForm id="plan" action={action} label="Assignment and dates" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure summary={planWords(plan)} field={FIELDS} className={styles.fold}>
				<SelectField
					name="assignee"
					label="Assigned to"
					value={plan.assignee.slug}
					options={[
						{ value: '', label: 'Nobody' },
						...assignees.map(({ slug, name }) => ({ value: slug, label: name })),
					]}
				/>
				<div className={styles.pair}>
					<TextField name="dueDay" type="date" label="Due" value={dueDay ?? ''} />
					<TextField name="dueTime" type="time" label="At" value={dueTime ?? ''} />
				</div>
				<TextField
					name="plannedDay"
					type="date"
					label="Planned for"
					value={plan.planned.value.split('T')[0] ?? ''}
				/>
				<p className={deskStyles.soft}>On the clocks of {zone}. Neither date publishes anything.</p>
				<Submit>Save assignment and dates</Submit>
			</Disclosure>
		</DeskForm>
	)
}

const FIELDS = ['assignee', 'dueDay', 'dueTime', 'plannedDay']

/** The plan in a line, such as “Edith Marsh, due Fri 27 Nov, 16:00”. */
function planWords({ assignee, due, planned }: PlanShown): string {
	const words = [
		assignee.name || 'Assigned to nobody',
		due.words && `due ${due.words}`,
		planned.words && `planned for ${planned.words}`,
	]
	return words.filter(Boolean).join(', ')
}

function PlanWords({ assignee, due, planned }: PlanShown) {
	const lines = [
		['Assigned to', assignee.name || 'nobody'],
		['Due', due.words || 'not set'],
		['Planned for', planned.words || 'not set'],
	]
	return (
		<dl className={styles.facts}>
			{lines.map(([name, words]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>
						<bdi>{words}</bdi>
					</dd>
				</div>
			))}
		</dl>
	)
}
