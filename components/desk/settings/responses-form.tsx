import { SelectField, TextField } from '@/components/desk/form/fields'
import { Switch } from '@/components/desk/form/switch'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

/** Moods, stars and comments. */
export function ResponsesForm({ settings, action, notice }: SettingsFormProps) {
	return (
		<SettingsForm id="response-settings" path="/desk/settings/responses" action={action} notice={notice}>
			<Group title="Moods and stars">
				<Switch name="moodsShown" label="Readers choose a mood below a story" on={settings.moodsShown} />
				<Switch name="ratingsShown" label="Readers give stars to a story" on={settings.ratingsShown} />
			</Group>
			<Group title="Comments">
				<SelectField
					name="commentsPolicy"
					label="Comments on stories"
					hint="A story can have a choice of its own"
					value={settings.commentsPolicy}
					options={[
						{ value: 'open', label: 'Open' },
						{ value: 'premoderated', label: 'Each comment waits for approval' },
						{ value: 'closed', label: 'Closed' },
					]}
				/>
				<TextField
					name="commentPrompt"
					label="Invitation above the comments"
					value={settings.commentPrompt}
				/>
				<SelectField
					name="commentsFrom"
					label="Who may comment"
					value={settings.commentsFrom}
					options={[
						{ value: 'guests', label: 'Anyone who gives a name and an e-mail address' },
						{ value: 'accounts', label: 'People who are signed in' },
					]}
				/>
				<TextField
					name="commentsCloseAfterDays"
					label="Days until comments close"
					hint="Counted from the moment a story appears; 0 leaves them open. A story with a choice of its own is not closed"
					value={String(settings.commentsCloseAfterDays)}
					inputMode="numeric"
				/>
				<TextField
					name="commentsHeldFirst"
					label="Comments held per person"
					hint="So many of a person’s comments need your approval before new ones appear at once; 0 holds none"
					value={String(settings.commentsHeldFirst)}
					inputMode="numeric"
				/>
				<TextField
					name="reportsToHold"
					label="Reports that hold a comment"
					hint="So many reports from different networks put a comment back to waiting, unless one of you has decided that it stays; 0 holds none. The form for reports says so"
					value={String(settings.reportsToHold)}
					inputMode="numeric"
				/>
			</Group>
		</SettingsForm>
	)
}
