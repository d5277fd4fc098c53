import { SelectField, TextField } from '@/components/desk/form/fields'
import { day } from '@/components/layout/date-time'
import { DATE_FORMATS, type DateFormat } from '@/lib/date-format'
import { directionOfLanguage } from '@/lib/direction'
import { LANGUAGES } from '@/lib/messages/languages'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

type Props = SettingsFormProps & { timeZones: string[]; now: Date }

const FORMAT_WORDS: Record<DateFormat, string> = {
	'month first': 'month, day, year',
	'day first': 'day, month, year',
	'of the language': 'as the language writes it',
	numbers: 'in numbers',
	'year first': 'year, month, day',
}

const englishName = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag

/** Name, language, clock and dates. */
export function SiteForm({ settings, timeZones, now, action, notice }: Props) {
	const languageNames = new Intl.ListFormat('en', { type: 'disjunction' }).format(LANGUAGES.map(englishName))
	const direction = directionOfLanguage(settings.language) === 'rtl' ? 'right to left' : 'left to right'
	return (
		<SettingsForm id="settings" path="/desk/settings" action={action} notice={notice}>
			<Group title="Name">
				<TextField name="siteName" label="Site name" value={settings.siteName} />
				<TextField
					name="tagline"
					label="Tagline"
					hint="A line under the name on the front page; may be empty"
					value={settings.tagline}
				/>
			</Group>
			<Group title="Language">
				<TextField
					name="language"
					label="Language"
					hint={`The language in which you write, such as en-GB. Readers see the pages’ own words in it if it is ${languageNames}; else in English.`}
					value={settings.language}
					autoCapitalize="none"
					spellCheck={false}
				/>
				<SelectField
					name="direction"
					label="Direction of writing"
					value={settings.direction}
					options={[
						{ value: 'auto', label: `As the language is written: ${direction}` },
						{ value: 'ltr', label: 'Left to right' },
						{ value: 'rtl', label: 'Right to left' },
					]}
				/>
			</Group>
			<Group title="Time">
				<SelectField
					name="timeZone"
					label="Time zone"
					hint="The clock of all dates, and of scheduling"
					value={settings.timeZone}
					options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
				/>
				<SelectField
					name="dateFormat"
					label="Dates"
					hint="Today, in each form"
					value={settings.dateFormat}
					options={DATE_FORMATS.map((dateFormat) => ({
						value: dateFormat,
						label: `${day(now, { ...settings, dateFormat })} (${FORMAT_WORDS[dateFormat]})`,
					}))}
				/>
			</Group>
		</SettingsForm>
	)
}
