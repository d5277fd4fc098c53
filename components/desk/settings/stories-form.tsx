import { SelectField, TextField } from '@/components/desk/form/fields'
import { Switch } from '@/components/desk/form/switch'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

/** Words around a story. */
export function StoriesForm({ settings, action, notice }: SettingsFormProps) {
	return (
		<SettingsForm id="story-settings" path="/desk/settings/stories" action={action} notice={notice}>
			<Group title="Read time">
				<TextField
					name="wordsPerMinute"
					label="Words read in a minute"
					hint="200 is usual"
					value={String(settings.wordsPerMinute)}
					inputMode="numeric"
				/>
				<SelectField
					name="readTimeWording"
					label="Wording of the read time"
					value={settings.readTimeWording}
					options={[
						{ value: 'classic', label: 'Read Time: 3 Minute, 5 Second' },
						{ value: 'plain', label: '3 minutes' },
					]}
				/>
			</Group>
			<Group title="Words around a story">
				<TextField
					name="aboutAuthorTitle"
					label="Title above the author’s box"
					value={settings.aboutAuthorTitle}
				/>
				<TextField name="sourceLabel" label="Word before the sources" value={settings.sourceLabel} />
				<TextField name="adLabel" label="Label of the advertisement slot" value={settings.adLabel} />
			</Group>
			<Group title="Reading without a connection">
				<Switch
					name="offlineReading"
					label="Readers’ browsers keep the last stories that they opened or saved"
					on={settings.offlineReading}
				/>
			</Group>
			<Group title="When a story is published">
				<TextField
					name="websubHub"
					label="WebSub hub"
					hint="Address of a service that tells subscribers of the feeds at once; empty: none is told"
					value={settings.websubHub}
					inputMode="url"
				/>
				<Switch name="indexNow" label="Search engines are told through IndexNow" on={settings.indexNow} />
			</Group>
		</SettingsForm>
	)
}
