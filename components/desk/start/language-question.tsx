import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { GuessedZone } from './guessed-zone'
import { languageOptions } from './language-options'

type Props = {
	language: string
	timeZone: string
	/** Whether the time zone of the browser is proposed. */
	guesses: boolean
	action: FormAction
}

const FORM = 'start-language'

export function LanguageQuestion({ language, timeZone, guesses, action }: Props) {
	const zones = [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])]
	return (
		<DeskForm id={FORM} action={action} quiet>
			<SelectField
				name="language"
				label="Language"
				hint="In which you write; it is told to browsers and screen readers"
				value={language}
				options={languageOptions(language)}
			/>
			<SelectField
				name="timeZone"
				label="Time zone"
				hint="The clock of all dates, and of scheduling"
				value={timeZone}
				options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
			/>
			{guesses && <GuessedZone form={FORM} field="timeZone" />}
			<Submit variant="primary">Continue</Submit>
		</DeskForm>
	)
}
