import { SelectField, TextField } from '@/components/desk/form/fields'
import { ANSWER_LABELS } from '@/components/machines/words'
import { LICENCE_PAYMENTS, type LicencePayment, MACHINE_ANSWERS } from '@/lib/machine-answers'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

const ANSWERS = MACHINE_ANSWERS.map((value) => ({ value, label: ANSWER_LABELS[value] }))

const PAYMENT_WORDS: Record<LicencePayment, string> = {
	purchase: 'Once',
	subscription: 'By subscription',
	training: 'For each training of a model',
	crawl: 'For each visit of a crawler',
	use: 'For each answer that uses a story',
	contribution: 'A contribution in good faith',
	attribution: 'Nothing but a visible credit with a link',
}

/** The three answers to machines, and the licence. */
export function MachinesForm({ settings, action, notice }: SettingsFormProps) {
	return (
		<SettingsForm id="machines" path="/desk/settings/machines" action={action} notice={notice}>
			<Group title="What machines may do">
				<SelectField
					name="machinesSearch"
					label="May search engines list your pages?"
					hint="No takes the site out of search results"
					value={settings.machinesSearch}
					options={ANSWERS}
				/>
				<SelectField
					name="machinesAnswers"
					label="May AI assistants answer from your pages?"
					hint="Such as an answer in a chat that names and links the story"
					value={settings.machinesAnswers}
					options={ANSWERS}
				/>
				<SelectField
					name="machinesTraining"
					label="May AI models be trained on your pages?"
					hint="Training leaves no link behind"
					value={settings.machinesTraining}
					options={ANSWERS}
				/>
			</Group>
			<Group title="The licence">
				<TextField
					name="licenceTermsUrl"
					label="Page with the terms"
					hint="An address, or a page of this site such as /licence; needed for “By licence”, unless there is a contact"
					value={settings.licenceTermsUrl}
				/>
				<TextField
					name="licenceContact"
					label="Contact for licences"
					hint="A mail address, or the address of a page; machines show it to their owners"
					value={settings.licenceContact}
				/>
				<SelectField
					name="licencePayment"
					label="How it is paid"
					value={settings.licencePayment}
					options={LICENCE_PAYMENTS.map((value) => ({ value, label: PAYMENT_WORDS[value] }))}
				/>
			</Group>
		</SettingsForm>
	)
}
