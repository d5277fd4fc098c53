import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { SelectField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { ANSWER_LABELS, USE_LABELS } from '@/components/machines/words'
import { MACHINE_ANSWERS, MACHINE_USES, type MachineAnswer, type MachineUse } from '@/lib/machine-answers'
import styles from './work-panel.module.css'

type Props = {
	storyId: number
	/** The story's own answers; null means the site's. */
	own: Record<MachineUse, MachineAnswer | null>
	site: Record<MachineUse, MachineAnswer>
	/** Whether the site has a licence to offer. */
	hasLicence: boolean
	action: FormAction
}

/** The answers of one story to machines. */
export function MachinesForm({ storyId, own, site, hasLicence, action }: Props) {
	return (
		<DeskForm id="story-machines" action={action} label="What machines may do" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure
				summary={MACHINE_USES.some((use) => own[use]) ? 'Chosen for this story' : 'As the site has it'}
				field={[...MACHINE_USES]}
				className={styles.fold}
			>
				{MACHINE_USES.map((use) => (
					<SelectField
						key={use}
						name={use}
						label={USE_LABELS[use]}
						value={own[use] ?? ''}
						options={[
							{ value: '', label: `As the site has it: ${ANSWER_LABELS[site[use]].toLowerCase()}` },
							...MACHINE_ANSWERS.filter(
								(answer) => answer !== 'licence' || hasLicence || own[use] === answer,
							).map((value) => ({ value, label: ANSWER_LABELS[value] })),
						]}
					/>
				))}
				<Submit>Save what machines may do</Submit>
			</Disclosure>
		</DeskForm>
	)
}
