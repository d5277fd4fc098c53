import { ChoiceGroup, TextArea, TextField } from '@/components/desk/form/fields'
import styles from './settings.module.css'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

/** Empty rows for further links. */
const ROWS_FREE = 2

/** Text and links at the foot of every page. */
export function FooterForm({ settings, action, notice }: SettingsFormProps) {
	const rows = [...settings.socialLinks, ...Array.from({ length: ROWS_FREE }, () => ({ label: '', url: '' }))]
	return (
		<SettingsForm id="footer-settings" path="/desk/settings/footer" action={action} notice={notice}>
			<Group title="Text">
				<TextArea
					name="footerText"
					label="Text at the foot of every page"
					hint="Such as a copyright line or an address; may be empty"
					value={settings.footerText}
					rows={2}
				/>
			</Group>
			<ChoiceGroup
				name="socialLinks"
				legend="The site elsewhere"
				hint="Profiles such as one on Mastodon. The link carries rel=me, so that the profile can show that it is yours. An empty row is left out."
			>
				<input type="hidden" name="linkRows" value={rows.length} />
				{rows.map(({ label, url }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row is its position.
					<div key={index} className={styles.row}>
						<TextField name={`linkLabel${index}`} label={`Name of link ${index + 1}`} value={label} />
						<TextField
							name={`linkUrl${index}`}
							label={`Address of link ${index + 1}`}
							value={url}
							type="url"
							placeholder="https://"
						/>
					</div>
				))}
			</ChoiceGroup>
		</SettingsForm>
	)
}
