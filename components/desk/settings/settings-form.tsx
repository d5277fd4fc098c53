import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { Switch } from '@/components/desk/form/switch'
import type { SiteSettings } from '@/domain/settings'
import styles from './settings.module.css'

type Props = { settings: SiteSettings; timeZones: string[]; action: FormAction; notice: string | null }

/** All settings of the site. */
export function SettingsForm({ settings, timeZones, action, notice }: Props) {
	return (
		<DeskForm id="settings" action={action} notice={notice} className={styles.form} label="Settings">
			<Site settings={settings} timeZones={timeZones} />
			<Responses settings={settings} />
			<Comments settings={settings} />
			<Stories settings={settings} />
			<Submit variant="primary">Save settings</Submit>
		</DeskForm>
	)
}

function Site({ settings, timeZones }: Pick<Props, 'settings' | 'timeZones'>) {
	return (
		<fieldset>
			<legend>The site</legend>
			<TextField name="siteName" label="Site name" value={settings.siteName} />
			<TextField
				name="tagline"
				label="Tagline"
				hint="A line under the name on the front page; may be empty"
				value={settings.tagline}
			/>
			<TextField
				name="language"
				label="Language"
				hint="The language of the words on the site, such as en-GB; it is told to browsers and screen readers"
				value={settings.language}
				autoCapitalize="none"
				spellCheck={false}
			/>
			<SelectField
				name="timeZone"
				label="Time zone"
				hint="The clock of all dates, and of scheduling"
				value={settings.timeZone}
				options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
			/>
		</fieldset>
	)
}

function Responses({ settings }: Pick<Props, 'settings'>) {
	return (
		<fieldset>
			<legend>Moods and stars</legend>
			<Switch name="moodsShown" label="Readers choose a mood below a story" on={settings.moodsShown} />
			<Switch name="ratingsShown" label="Readers give stars to a story" on={settings.ratingsShown} />
		</fieldset>
	)
}

function Comments({ settings }: Pick<Props, 'settings'>) {
	return (
		<fieldset>
			<legend>Comments</legend>
			<TextField name="commentPrompt" label="Invitation above the comments" value={settings.commentPrompt} />
			<SelectField
				name="commentsFrom"
				label="Who may comment"
				value={settings.commentsFrom}
				options={[
					{ value: 'guests', label: 'Anyone who gives a name and an e-mail address' },
					{ value: 'accounts', label: 'People who are signed in' },
				]}
			/>
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
		</fieldset>
	)
}

function Stories({ settings }: Pick<Props, 'settings'>) {
	return (
		<fieldset>
			<legend>Stories</legend>
			<TextField
				name="wordsPerMinute"
				label="Words read in a minute"
				hint="For the read time; 200 is usual"
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
			<TextField
				name="aboutAuthorTitle"
				label="Title above the author’s box"
				value={settings.aboutAuthorTitle}
			/>
			<TextField name="sourceLabel" label="Word before the sources" value={settings.sourceLabel} />
			<TextField name="adLabel" label="Label of the advertisement slot" value={settings.adLabel} />
		</fieldset>
	)
}
