import { SelectField, TextField } from '@/components/desk/form/fields'
import { Switch } from '@/components/desk/form/switch'
import { WHO_HINT, WHO_MAY_COMMENT } from '@/components/desk/form/who-may-comment'
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
					hint="Open: a person’s first comments wait, later ones appear at once. A section or a story can have a choice of its own"
					value={settings.commentsPolicy}
					options={[
						{ value: 'open', label: 'Open' },
						{ value: 'premoderated', label: 'Each comment waits for approval' },
						{ value: 'closed', label: 'Closed; what was said stays' },
					]}
				/>
				<TextField
					name="commentsHeldFirst"
					label="First comments that wait"
					hint="With open comments: after so many approved ones, a person’s comments appear at once; with 0, all do"
					value={String(settings.commentsHeldFirst)}
					inputMode="numeric"
				/>
				<TextField
					name="commentsClosedReason"
					label="Reason for closing"
					hint="Told to readers while comments are closed, and may be empty; a section or a story that is closed tells its own"
					value={settings.commentsClosedReason}
				/>
				<TextField
					name="commentPrompt"
					label="Invitation above the comments"
					value={settings.commentPrompt}
				/>
				<SelectField
					name="commentsFrom"
					label="Who may comment"
					hint={WHO_HINT}
					value={settings.commentsFrom}
					options={WHO_MAY_COMMENT}
				/>
				<TextField
					name="commentsCloseAfterDays"
					label="Days until comments close"
					hint="Counted from the moment a story appears; 0 leaves them open. A story with a choice of its own is not closed"
					value={String(settings.commentsCloseAfterDays)}
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
